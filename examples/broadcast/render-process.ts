import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { encodeFrames } from '@altis/media/encode';
import { z } from 'zod';
import { createFrameRing, releaseFrame, takeFrame } from './frame-ring.ts';
import { frameRate } from './picture.ts';
import type { Show, ShowModule } from './show.ts';
import { sampleRate } from './sound/tone.ts';

const slotsPerThread = 6;
/** Everything else on the machine goes first. */
const leisurely = 15;

const job = z.object({
  show: z.string(),
  input: z.unknown(),
  out: z.string(),
  width: z.number(),
  lengthMs: z.number().positive().optional(),
  isUnhurried: z.boolean(),
});
const { show, input, out, width, lengthMs, isUnhurried } = await new Promise<z.infer<typeof job>>((resolve) =>
  process.once('message', (message) => resolve(job.parse(message))),
);
const threadCount = isUnhurried ? 1 : 2;
const height = (width * 9) / 16;
let stopped = false;
process.on('message', () => (stopped = true));
process.on('disconnect', () => (stopped = true));
if (isUnhurried) setPriority(leisurely);

try {
  const { openShow } = (await import(show)) as ShowModule;
  const opened = openShow(input);
  const frameCount = Math.min(opened.frameCount, Math.ceil(((lengthMs ?? Infinity) * frameRate) / 1000));
  const rendered = await encodeFrames(
    {
      out,
      width,
      height,
      frameRate,
      preset: 'ultrafast',
      crf: 26,
      threads: threadCount,
      audio: { sampleRate, channels: 2, samples: soundOf(opened, frameCount), bitRateBps: 160_000 },
    },
    framesOf(frameCount),
  );
  process.send?.({ rendered });
} catch (error) {
  process.send?.({ failed: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
process.disconnect?.();

/** Frames in order, drawn by the threads in turn: of two threads each draws every second frame. */
async function* framesOf(frameCount: number): AsyncGenerator<Uint8Array> {
  const rings = Array.from({ length: threadCount }, () => createFrameRing(width * height * 4, slotsPerThread));
  let failure: Error | undefined;
  const threads = rings.map((ring, first) => {
    const thread = new Worker(new URL('draw-thread.ts', import.meta.url), {
      workerData: { show, input, width, ring, first, step: threadCount, frameCount },
    });
    thread.once('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error));
      // Wakes the encoder, which waits for a frame that will not come.
      for (let slot = 0; slot < slotsPerThread; slot += 1) Atomics.notify(new Int32Array(ring.states), slot);
    });
    return thread;
  });
  try {
    for (let frame = 0; frame < frameCount; frame += 1) {
      const ring = rings[frame % threadCount];
      if (!ring) return;
      const count = Math.floor(frame / threadCount);
      const pixels = await takeFrame(ring, count);
      if (failure) throw failure;
      if (stopped) throw new Error('it was stopped');
      yield pixels;
      releaseFrame(ring, count);
      if (frame % frameRate === 0) process.send?.({ progress: frame / frameCount });
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function* soundOf({ synthesiseSound }: Show, frameCount: number): Generator<Float32Array> {
  const samples = synthesiseSound(frameCount);
  const block = sampleRate * 2;
  for (let start = 0; start < samples.length; start += block) yield samples.subarray(start, start + block);
}
