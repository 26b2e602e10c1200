import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openPainter } from './draw/draw-frame.ts';
import { putFrame, type FrameRing } from './frame-ring.ts';
import { simulatePeriod } from './simulate-period.ts';

const { seed, width, first, step } = z
  .object({ seed: z.number(), width: z.number(), first: z.number(), step: z.number() })
  .parse(workerData);
const ring = (workerData as { ring: FrameRing }).ring;

const period = simulatePeriod(seed);
const painter = openPainter(period, width);
for (let frame = first, count = 0; frame < period.frameCount; frame += step, count += 1) {
  putFrame(ring, count, painter.draw(frame));
}
