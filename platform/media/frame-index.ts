import type { Rational } from './rational.ts';

/** The exact presentation time of every frame of a video, in order; plain data that can be kept as JSON. */
export type FrameIndex = {
  /** Length of one tick in seconds. */
  readonly timeBase: Rational;
  /** Time of each frame in ticks, counted from the first frame (which is 0). */
  readonly ticks: readonly number[];
  /** When the last frame ends, in ticks. */
  readonly endTicks: number;
  /** Numbers of the frames that can be decoded on their own. */
  readonly keyFrames: readonly number[];
};

/**
 * A time that was rounded to milliseconds may fall just before the frame it came from:
 * a frame counts as on the screen from this much before its time.
 */
export const roundingToleranceMs = 1;

/** When frame number `frame` (0 is the first) appears, in milliseconds after the first frame. */
export function frameTimeMs(index: FrameIndex, frame: number): number {
  const ticks = index.ticks[frame];
  if (ticks === undefined) throw new RangeError(`There is no frame ${frame}; the video has ${index.ticks.length}.`);
  return ticksToMs(ticks, index.timeBase);
}

/** Number of the frame that is on the screen at `timeMs`; before the first it is 0, after the last the last. */
export function frameAtMs(index: FrameIndex, timeMs: number): number {
  return Math.max(0, lastAtOrBefore(index.ticks, msToTicks(timeMs + roundingToleranceMs, index.timeBase)));
}

/** Position of the last of the sorted `values` that is not greater than `limit`, or -1. */
export function lastAtOrBefore(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Ticks of a time base in milliseconds, not rounded. */
export function ticksToMs(ticks: number, { num, den }: Rational): number {
  return (ticks * num * 1000) / den;
}

/** Not rounded: a whole number only where the time falls on a tick. */
export function msToTicks(timeMs: number, { num, den }: Rational): number {
  return (timeMs * den) / (num * 1000);
}
