import { defineSystem } from '@altis/system';
import { results } from './contract/index.ts';
import { importArchive } from './jobs/import-archive.ts';
import { importGames } from './jobs/import-games.ts';
import { rebuildProjections } from './jobs/rebuild-projections.ts';
import { mountLive } from './live/mount-live.ts';
import { permissions } from './permissions.ts';
import { mountBooks } from './routes/books/mount-books.ts';
import { mountDownloads } from './routes/downloads/mount-downloads.ts';
import { mountSendHistory } from './routes/past/send-history.ts';
import { mountSendGames } from './routes/past/send-games.ts';
import { mountArchive } from './routes/feed/mount-archive.ts';
import { mountMessageFile } from './routes/read-message.ts';
import { resultsRoutes } from './routes/results-routes.ts';
import { mountSendCodes } from './routes/send-codes.ts';
import { mountPictures } from './routes/send-picture.ts';
import { mountSendMessage } from './routes/send-message.ts';
import { mountSportSchema } from './routes/sport-schema/mount-sport-schema.ts';
import { mountSendTable } from './routes/tables/send-table.ts';
import { resultsSettings } from './settings.ts';
import { startResults } from './start/start-results.ts';
import { migrations } from './store/migrations/index.ts';
import type { ResultsTables } from './store/tables.ts';

/** Schedule, entries, results and play-by-play of the Games, from the messages of the results feed (ODF). */
export const system = defineSystem<ResultsTables>({
  published: results,
  permissions,
  settings: resultsSettings,
  migrations,
  routes: resultsRoutes,
  rawRoutes: (app, room) => {
    mountSendMessage(app, room);
    mountSendCodes(app, room);
    mountArchive(app, room);
    mountSendTable(app, room);
    mountSportSchema(app, room);
    mountSendGames(app, room);
    mountSendHistory(app, room);
    mountMessageFile(app, room);
    mountDownloads(app, room);
    mountPictures(app, room);
    mountBooks(app, room);
    mountLive(app, room);
  },
  jobs: (room) => [importGames(room), importArchive(room), rebuildProjections(room)],
  start: startResults,
});
