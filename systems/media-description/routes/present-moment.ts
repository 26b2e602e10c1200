import type * as z from 'zod';
import type { SessionMoment } from '../contract/index.ts';
import type { StoredMoment } from '../store/moments.ts';

export function presentMoment({ moment, clip, clip_state: clipState }: StoredMoment): z.infer<typeof SessionMoment> {
  return { ...moment, clip, clipState };
}
