import { z } from 'zod';
import type { Show } from '../broadcast/show.ts';
import { openPainter } from './draw/draw-frame.ts';
import { simulatePeriod } from './simulate-period.ts';
import { synthesiseSound } from './sound/synthesise-sound.ts';

/** The period of a seed as a video. */
export function openShow(input: unknown): Show {
  const period = simulatePeriod(z.object({ seed: z.number() }).parse(input).seed);
  return {
    frameCount: period.frameCount,
    openPainter: (width) => openPainter(period, width),
    synthesiseSound: (frameCount) => synthesiseSound(period, frameCount),
  };
}
