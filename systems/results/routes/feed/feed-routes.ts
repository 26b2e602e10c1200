import { countFeed, listGaps } from '../../store/feed.ts';
import { listMessages } from '../../store/find-messages.ts';
import type { Implementer } from '../contract-implementer.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { listArchivesWithProgress } from './present-archive.ts';
import { askForRebuild, readRebuild, stopJob } from './ask-for-rebuild.ts';
import { readSources } from './read-sources.ts';
import { retryRefused } from './retry-refused.ts';

const dayMs = 24 * 3_600_000;
const shownGaps = 20;
const shownRefused = 5;

/** What a results manager watches of the feed, and can do about it. */
export function feedRoutes(os: Implementer, room: ResultsRoom) {
  const { db, clock } = room;
  return {
    feed: {
      read: os.feed.read.handler(async () => ({
        now: new Date(clock.now()).toISOString(),
        sources: await readSources(room),
        ...(await countFeed(db, new Date(clock.now() - dayMs))),
        gaps: await listGaps(db, 'open', shownGaps),
        newestRefused: (await listMessages(db, { outcome: 'refused', limit: shownRefused })).items,
        rebuild: await readRebuild(room),
      })),
      gaps: os.feed.gaps.handler(async ({ input: { state, limit } }) => ({ items: await listGaps(db, state, limit) })),
      archives: os.feed.archives.handler(async () => ({ items: await listArchivesWithProgress(room) })),
      retry: os.feed.retry.handler(({ input }) => retryRefused(room, input)),
      rebuild: os.feed.rebuild.handler(async () => ({ job: await askForRebuild(room) })),
      stop: os.feed.stop.handler(({ input }) => stopJob(room, input.job)),
    },
  };
}
