import type { ActionProfile } from './action-profile.ts';

/** A recording's frames, as far as planning needs them. Frames count from 0. */
export type Footage = {
  /** Instant of the first frame, epoch milliseconds. */
  readonly startsAtMs: number;
  readonly durationMs: number;
  readonly frameCount: number;
  /** Number of the frame on the screen so many milliseconds after the first. */
  readonly frameAt: (timeMs: number) => number;
};

export type Bounds = { readonly actionFrame: number; readonly inFrame: number; readonly outFrame: number };

/**
 * Where an action lies in a recording and what its clip holds, both ends included. The clip is shortened at the ends of
 * the recording; `undefined` when the action itself is not in it.
 */
export function planMoment(
  atMs: number,
  profile: Pick<ActionProfile, 'preMs' | 'postMs'>,
  footage: Footage,
): Bounds | undefined {
  const intoMs = atMs - footage.startsAtMs;
  if (intoMs < 0 || intoMs >= footage.durationMs) return undefined;
  return {
    actionFrame: footage.frameAt(intoMs),
    inFrame: footage.frameAt(Math.max(0, intoMs - profile.preMs)),
    outFrame: Math.min(footage.frameCount - 1, footage.frameAt(intoMs + profile.postMs)),
  };
}
