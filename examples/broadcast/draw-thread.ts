import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { putFrame, type FrameRing } from './frame-ring.ts';
import type { ShowModule } from './show.ts';

const { show, width, first, step, frameCount } = z
  .object({ show: z.string(), width: z.number(), first: z.number(), step: z.number(), frameCount: z.number() })
  .parse(workerData);
const { ring, input } = workerData as { ring: FrameRing; input: unknown };

const { openShow } = (await import(show)) as ShowModule;
const painter = openShow(input).openPainter(width);
for (let frame = first, count = 0; frame < frameCount; frame += step, count += 1) {
  putFrame(ring, count, painter.draw(frame));
}
