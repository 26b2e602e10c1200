import type { ResultsRoom } from '../routes/intake/intake.ts';
import { resultsSettings } from '../settings.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { watchFeed } from './watch-feed.ts';
import { watchFolder } from './watch-folder.ts';

/** Begins what the results do by themselves; returns the way to end it. */
export async function startResults(room: ResultsRoom): Promise<() => Promise<void>> {
  await bringUpToDate(room);
  const { watchFolder: folder } = room.config.section(resultsSettings);
  const stopFolder = folder === undefined ? undefined : await watchFolder(room, folder);
  const stopFeed = watchFeed(room);
  return async () => {
    await stopFolder?.();
    await stopFeed();
  };
}
