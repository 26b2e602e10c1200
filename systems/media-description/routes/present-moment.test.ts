import type { JobView } from '@altis/jobs';
import { expect, test } from 'vitest';
import type { StoredMoment } from '../store/moments.ts';
import { presentMoments } from './present-moment.ts';

test('a clip counts as failed when the newest job that should cut it ended without', async () => {
  const ends = { refused: 'failed', stopped: 'cancelled', queued: 'waiting', recut: 'failed' } as const;
  const read = async (ids: readonly string[]) =>
    ids.map((id) => ({ id, state: ends[id as keyof typeof ends] }) as JobView);
  const moment = (clip_job: string | null, clip_state: 'waiting' | 'cut') => ({ clip_job, clip_state }) as StoredMoment;
  const shown = await presentMoments({ read }, [
    moment('refused', 'waiting'),
    moment('stopped', 'waiting'),
    moment('queued', 'waiting'),
    moment('recut', 'cut'),
    moment(null, 'waiting'),
  ]);
  expect(shown.map(({ clipState }) => clipState)).toEqual(['failed', 'failed', 'waiting', 'cut', 'waiting']);
});
