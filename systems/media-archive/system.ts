import { implementContract } from '@altis/http';
import { defineSystem, type Room } from '@altis/system';
import { mediaArchive } from './contract/index.ts';
import { importAsset } from './jobs/import-asset.ts';
import { openImportRoot } from './jobs/import-root.ts';
import { probeItem } from './jobs/probe-item.ts';
import { rebuildIndex } from './jobs/rebuild-index.ts';
import { permissions } from './permissions.ts';
import { importRoutes } from './routes/imports.ts';
import { itemRoutes } from './routes/items.ts';
import { mediaRoutes } from './routes/media.ts';
import { searchRoutes } from './routes/search.ts';
import { settings } from './settings.ts';
import { bringIndexUpToDate } from './start/bring-index-up-to-date.ts';
import { migrations } from './store/migrations/0001-initial.ts';
import type { Tables } from './store/tables.ts';
import { takeInMoments } from './subscriptions/take-in-moments.ts';
import { takeInSessions } from './subscriptions/take-in-sessions.ts';

/** Everything kept, anything found: clips and recordings of the Games, and what operators import. */
export const system = defineSystem<Tables>({
  published: mediaArchive,
  permissions,
  settings,
  migrations,
  routes: (room) =>
    implementContract(mediaArchive.contract).router({
      search: searchRoutes(room),
      items: itemRoutes(room),
      imports: importRoutes(room, openImportRoot(importRootOf(room)), importRootOf(room) !== undefined),
    }),
  rawRoutes: mediaRoutes,
  jobs: (room) => [importAsset(room, openImportRoot(importRootOf(room))), probeItem(room), rebuildIndex(room)],
  subscriptions: (room) => [...takeInMoments(room), ...takeInSessions(room)],
  start: bringIndexUpToDate,
});

function importRootOf(room: Room<Tables>): string | undefined {
  return room.config.section(settings).importRoot;
}
