import { framesPerSecond } from './timecode.ts';
import type { FrameRate } from './timecode.ts';

/** Relates the frames of one video to its media time in seconds. Frames count from 0. */
export type FrameClock = {
  /** The frame shown at a media time. */
  readonly frameAt: (timeS: number) => number;
  /** When a frame begins. */
  readonly timeOf: (frame: number) => number;
  /** Where to seek to get exactly this frame: its middle, so that rounding at either edge cannot give a neighbour. */
  readonly seekTimeOf: (frame: number) => number;
  /** How many frames a video of this duration has. */
  readonly frameCount: (durationS: number) => number;
};

/** The clock of a video whose frames all last equally long. */
export function constantFrameClock(rate: FrameRate): FrameClock {
  const fps = framesPerSecond(rate);
  return {
    // A presentation time arrives rounded to microseconds, at times just below the edge it stands for.
    frameAt: (timeS) => Math.max(0, Math.floor(timeS * fps + 0.001)),
    timeOf: (frame) => frame / fps,
    seekTimeOf: (frame) => (frame + 0.5) / fps,
    frameCount: (durationS) => Math.max(1, Math.round(durationS * fps)),
  };
}

/** The clock of a video with variable frame rate, from the ascending start times of its frames. Needs one at least. */
export function listedFrameClock(frameTimesMs: readonly number[]): FrameClock {
  if (frameTimesMs.length === 0) throw new RangeError('A list of frame times needs at least one frame.');
  const last = frameTimesMs.length - 1;
  const timeMs = (frame: number): number => frameTimesMs[Math.min(last, Math.max(0, frame))] ?? 0;
  return {
    frameAt: (timeS) => {
      let low = 0;
      let high = last;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (timeMs(middle) <= timeS * 1000 + 0.02) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    timeOf: (frame) => timeMs(frame) / 1000,
    // The last frame has no successor to tell its length; a millisecond past its start is surely in it.
    seekTimeOf: (frame) => (frame >= last ? timeMs(last) + 1 : (timeMs(frame) + timeMs(frame + 1)) / 2) / 1000,
    frameCount: () => frameTimesMs.length,
  };
}
