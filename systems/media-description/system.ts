import { implementContract } from '@altis/http';
import { defineSystem } from '@altis/system';
import { mediaDescription } from './contract/index.ts';
import { cutClip } from './jobs/cut-clip.ts';
import { prepareSession } from './jobs/prepare-session.ts';
import { permissions } from './permissions.ts';
import { mediaRoutes } from './routes/media.ts';
import { momentRoutes } from './routes/moments.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { initial } from './store/migrations/0001-initial.ts';
import { failuresOfJobs } from './store/migrations/0002-failures-of-jobs.ts';
import { facts } from './store/migrations/0003-facts.ts';
import type { Tables } from './store/tables.ts';
import { takeInActions } from './subscriptions/take-in-actions.ts';
import { takeInFacts } from './subscriptions/take-in-facts.ts';

/** Key moments told in seconds: video and play-by-play in; named, cut and told moments out. */
export const system = defineSystem<Tables>({
  published: mediaDescription,
  permissions,
  migrations: { ...initial, ...failuresOfJobs, ...facts },
  routes: (room) =>
    implementContract(mediaDescription.contract).router({
      sessions: sessionRoutes(room),
      moments: momentRoutes(room),
    }),
  rawRoutes: mediaRoutes,
  jobs: (room) => [prepareSession(room), cutClip(room)],
  subscriptions: (room) => [...takeInActions(room), ...takeInFacts(room)],
});
