import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { silentLog } from '@altis/kernel';
import { encodeFrames } from './encode.ts';
import { openMedia, type Media } from './index.ts';
import { hasFfmpeg, readFrameNumbers } from './testing.ts';
import { openWorkerPool } from './worker-pool.ts';

let folder = '';
let media: Media;
const at = (file: string): string => join(folder, file);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-workers-'));
  media = openMedia({ log: silentLog, workers: 2, stallTimeoutMs: 4000 });
  await encodeFrames({ out: at('long.mp4'), width: 320, height: 180, frameRate: 50, preset: 'ultrafast' }, noise(300));
});

afterAll(async () => {
  await media.close();
  await rm(folder, { recursive: true });
});

test.for([
  { signal: 'SIGKILL', code: 'INTERNAL', fault: 'CRASHED' },
  { signal: 'SIGSEGV', code: 'INTERNAL', fault: 'CRASHED' },
  { signal: 'SIGSTOP', code: 'TIMEOUT', fault: 'STALLED' },
] as const)('a worker that gets $signal fails its own task only', async ({ signal, code, fault }) => {
  const doomed = media.makeProxy(at('long.mp4'), at('doomed.mp4'));
  const fine = media.makeProxy(at('long.mp4'), at('fine.mp4'), { maxSidePx: 240 });
  const outcome = doomed.catch((error: unknown) => error);
  await vi.waitUntil(() => existsSync(at('doomed.mp4.part')), { timeout: 20_000 });
  const pid = media.state().workers.find(({ task }) => task === 'makeProxy')?.pid;
  if (pid === undefined) throw new Error('No worker was at work.');
  process.kill(pid, signal);
  expect(await outcome).toMatchObject({ code, details: { workerFault: fault } });
  expect(await fine).toMatchObject({ frameCount: 300 });
  expect((await readdir(folder)).filter((name) => name.startsWith('doomed'))).toEqual([]);
  expect(await media.makeProxy(at('long.mp4'), at('doomed.mp4'), { maxSidePx: 160 })).toMatchObject({ width: 160 });
  await rm(at('doomed.mp4'));
});

test('a cancelled task ends at once and leaves nothing; one in the queue never starts', async () => {
  const cancel = new AbortController();
  const { signal } = cancel;
  const tasks = ['one', 'two', 'three'].map((name) =>
    media.makeProxy(at('long.mp4'), at(`cancelled-${name}.mp4`), { signal }),
  );
  const outcomes = Promise.allSettled(tasks);
  await vi.waitUntil(() => existsSync(at('cancelled-two.mp4.part')), { timeout: 20_000 });
  expect(media.state().queued).toBe(1);
  cancel.abort();
  for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: { name: 'AbortError' } });
  expect((await readdir(folder)).filter((name) => name.startsWith('cancelled'))).toEqual([]);
});

test('two tasks cannot write the same file', async () => {
  const first = media.makeProxy(at('long.mp4'), at('same.mp4'), { maxSidePx: 160 });
  await expect(media.makeProxy(at('long.mp4'), at('same.mp4'))).rejects.toMatchObject({ code: 'CONFLICT' });
  await first;
});

test('progress grows to the end, and a reader that waits is not a worker that hangs', async () => {
  const seen: number[] = [];
  await media.makeProxy(at('long.mp4'), at('watched.mp4'), { progress: (fraction) => seen.push(fraction) });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
  let count = 0;
  for await (const _ of media.frames(at('long.mp4'), { widthPx: 64 })) {
    count += 1;
    if (count === 20) await new Promise((resolve) => setTimeout(resolve, 4500));
  }
  expect(count).toBe(300);
});

test.skipIf(!existsSync('/dev/full')).for(['makeProxy', 'makePoster', 'makeStoryboard'])(
  '%s on a full disk says so',
  async (task) => {
    const program = new URL('./worker/main.ts', import.meta.url);
    const pool = openWorkerPool({ log: silentLog, workers: 1, stallTimeoutMs: 10_000, idleTimeoutMs: 10_000, program });
    const input = { path: at('long.mp4'), displayName: 'long.mp4', out: '/dev/full' };
    await expect(pool.run(task, input, {})).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    await pool.close();
  },
);

test.skipIf(!hasFfmpeg)('encodes raw frames and sound', async () => {
  const encoded = await encodeFrames(
    {
      out: at('encoded.mp4'),
      width: 320,
      height: 180,
      frameRate: { num: 30_000, den: 1001 },
      audio: { sampleRate: 48_000, channels: 2, samples: silence() },
    },
    numbered(45),
  );
  expect(encoded).toMatchObject({ frameCount: 45, durationMs: 1501.5 });
  expect(readFrameNumbers(at('encoded.mp4'))).toEqual(Array.from({ length: 45 }, (_, n) => n));
  const { stdout } = spawnSync(
    'ffprobe',
    ['-v', 'error', '-show_entries', 'stream=duration', '-of', 'csv=p=0', at('encoded.mp4')],
    { encoding: 'utf8' },
  );
  for (const seconds of stdout.trim().split('\n')) expect(Math.abs(Number(seconds) - 1.5015)).toBeLessThan(0.05);
  const odd = encodeFrames({ out: at('odd.mp4'), width: 321, height: 180, frameRate: 30 }, numbered(1));
  await expect(odd).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

function* noise(frameCount: number): Generator<Uint8Array> {
  const frame = new Uint8Array(320 * 180 * 4);
  for (let n = 0; n < frameCount; n += 1) {
    for (let at4 = n % 7; at4 < frame.length; at4 += 7) frame[at4] = (at4 * 31 + n * 17) & 255;
    yield frame;
  }
}

/** Sixteen stripes, as in the videos of `makeNumberedVideo`. */
function* numbered(frameCount: number): Generator<Uint8Array> {
  for (let n = 0; n < frameCount; n += 1) {
    const frame = new Uint32Array(320 * 180);
    frame.forEach((_, pixel) => {
      frame[pixel] = (n >> Math.floor((pixel % 320) / 20)) & 1 ? 0xffffffff : 0xff000000;
    });
    yield new Uint8Array(frame.buffer);
  }
}

function* silence(): Generator<Float32Array> {
  for (;;) yield new Float32Array(960);
}
