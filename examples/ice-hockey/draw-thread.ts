import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openPainter } from './draw/draw-frame.ts';
import { putFrame, type FrameRing } from './frame-ring.ts';
import { simulatePeriod } from './simulate-period.ts';

const { seed, width, first, step, frameCount } = z
  .object({ seed: z.number(), width: z.number(), first: z.number(), step: z.number(), frameCount: z.number() })
  .parse(workerData);
const ring = (workerData as { ring: FrameRing }).ring;

const painter = openPainter(simulatePeriod(seed), width);
for (let frame = first, count = 0; frame < frameCount; frame += step, count += 1) {
  putFrame(ring, count, painter.draw(frame));
}
