import type { SystemJobs } from '@altis/jobs';
import type * as z from 'zod';
import type { SessionMoment } from '../contract/index.ts';
import type { StoredMoment } from '../store/moments.ts';

type Presented = z.infer<typeof SessionMoment>;

/** Moments as the contract shows them; that a clip could not be cut is known by its job. */
export async function presentMoments(
  jobs: Pick<SystemJobs, 'read'>,
  moments: readonly StoredMoment[],
): Promise<Presented[]> {
  const awaited = moments.flatMap(({ clip_state, clip_job }) => (clip_state === 'waiting' ? (clip_job ?? []) : []));
  const runs = await jobs.read(awaited);
  const ended = new Set(runs.filter(({ state }) => state === 'failed' || state === 'cancelled').map(({ id }) => id));
  return moments.map((stored) =>
    stored.clip_job !== null && ended.has(stored.clip_job)
      ? { ...presentMoment(stored), clipState: 'failed' }
      : presentMoment(stored),
  );
}

/** A moment that was named just now. */
export function presentMoment({ moment, clip, clip_state: clipState }: StoredMoment): Presented {
  return { ...moment, clip, clipState };
}
