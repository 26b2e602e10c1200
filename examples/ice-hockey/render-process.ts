import { Worker } from 'node:worker_threads';
import { encodeFrames } from '@altis/media/encode';
import { z } from 'zod';
import { createFrameRing, releaseFrame, takeFrame } from './frame-ring.ts';
import { frameRate } from './scene.ts';
import type { Period } from './period.ts';
import { simulatePeriod } from './simulate-period.ts';
import { synthesiseSound } from './sound/synthesise-sound.ts';
import { sampleRate } from './sound/tones.ts';

const threadCount = 2;
const slotsPerThread = 6;

const { seed, out, width, lengthMs } = z
  .object({ seed: z.number(), out: z.string(), width: z.number(), lengthMs: z.number().positive().optional() })
  .parse(JSON.parse(process.argv[2] ?? '{}'));
const height = (width * 9) / 16;
let stopped = false;
process.on('message', () => (stopped = true));
process.on('disconnect', () => (stopped = true));

try {
  const period = simulatePeriod(seed);
  const frameCount = Math.min(period.frameCount, Math.ceil(((lengthMs ?? Infinity) * frameRate) / 1000));
  const rendered = await encodeFrames(
    {
      out,
      width,
      height,
      frameRate,
      preset: 'ultrafast',
      crf: 26,
      threads: 2,
      audio: { sampleRate, channels: 2, samples: soundOf(period, frameCount), bitRateBps: 160_000 },
    },
    framesOf(frameCount),
  );
  process.send?.({ rendered });
} catch (error) {
  process.send?.({ failed: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
process.disconnect?.();

/** Frames in order, drawn by the threads in turn: thread k draws every second frame from k on. */
async function* framesOf(frameCount: number): AsyncGenerator<Uint8Array> {
  const rings = Array.from({ length: threadCount }, () => createFrameRing(width * height * 4, slotsPerThread));
  let failure: Error | undefined;
  const threads = rings.map((ring, first) => {
    const thread = new Worker(new URL('draw-thread.ts', import.meta.url), {
      workerData: { seed, width, ring, first, step: threadCount, frameCount },
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

function* soundOf(period: Period, frameCount: number): Generator<Float32Array> {
  const samples = synthesiseSound(period, frameCount);
  const block = sampleRate * 2;
  for (let start = 0; start < samples.length; start += block) yield samples.subarray(start, start + block);
}
