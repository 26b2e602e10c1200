import { spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * For tests: videos whose every frame carries its number as sixteen black or white stripes, made and read back with the `ffmpeg`
 * program of the machine, which is a reference independent of the engine under test.
 */
export type NumberedVideo = {
  readonly frameCount: number;
  /** Frame rate in FFmpeg's notation, such as `60000/1001`. */
  readonly rate: string;
  /** Default 320 × 180. */
  readonly width?: number;
  readonly height?: number;
  /** Sound: silence with a burst of 10 ms of 2 kHz at each of these times; left out: no sound track. */
  readonly burstsAtMs?: readonly number[];
  /** Arguments of ffmpeg between the inputs and the output: filters, codecs, options. */
  readonly encoding: readonly string[];
};

const stripes = 16;
const sampleRate = 48_000;

/** Whether the `ffmpeg` program is there; without it such tests are skipped. */
export const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

/** Writes a numbered video; the container follows from the name of `out`. */
export async function makeNumberedVideo(out: string, video: NumberedVideo): Promise<void> {
  const { frameCount, rate, width = 320, height = 180, burstsAtMs, encoding } = video;
  const [num = 25, den = 1] = rate.split('/').map(Number);
  const soundPath = `${out}.f32`;
  if (burstsAtMs) await writeFile(soundPath, soundWithBursts(burstsAtMs, (frameCount * den) / num));
  const sound = burstsAtMs ? ['-f', 'f32le', '-ar', String(sampleRate), '-ac', '1', '-i', soundPath] : [];
  const picture = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${width}x${height}`, '-r', rate, '-i', 'pipe:0'];
  const ffmpeg = spawn('ffmpeg', ['-v', 'error', '-y', ...picture, ...sound, '-pix_fmt', 'yuv420p', ...encoding, out], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(ffmpeg, 'close');
  const frames = Readable.from(drawNumbers(frameCount, width, height));
  // An ffmpeg told to leave the pictures out closes its input early.
  await pipeline(frames, ffmpeg.stdin).catch(() => undefined);
  const [exitCode] = (await ended) as [number];
  if (exitCode !== 0) throw new Error(`ffmpeg could not make ${out}`);
}

/** The number in each frame of a video, in the order shown, decoded (and turned upright) by the `ffmpeg` program. */
export function readFrameNumbers(path: string, width = 320, height = 180): number[] {
  const shape = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-vf', `scale=${width}:${height}`, '-vsync', 'passthrough'];
  const { stdout, status, stderr } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-map', '0:v:0', ...shape, 'pipe:1'],
    {
      maxBuffer: 1 << 30,
    },
  );
  if (status !== 0) throw new Error(`ffmpeg could not read ${path}: ${stderr.toString()}`);
  const frameBytes = width * height;
  return Array.from({ length: stdout.length / frameBytes }, (_, n) =>
    numberIn(stdout.subarray(n * frameBytes, (n + 1) * frameBytes), width, height),
  );
}

/** The number in one gray frame. */
export function numberIn(gray: Uint8Array, width: number, height: number): number {
  let number = 0;
  for (let bit = 0; bit < stripes; bit += 1) {
    const x = Math.floor(((bit + 0.5) * width) / stripes);
    const y = Math.floor(height / 4);
    if ((gray[y * width + x] ?? 0) > 128) number |= 1 << bit;
  }
  return number;
}

/** When each burst begins in the first sound track, in milliseconds, decoded by the `ffmpeg` program. */
export function readBursts(path: string): number[] {
  const { stdout } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-ac', '1', '-ar', String(sampleRate), '-f', 'f32le', 'pipe:1'],
    {
      maxBuffer: 1 << 30,
    },
  );
  const samples = new Float32Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.length / 4));
  const starts: number[] = [];
  let quietSince = -Infinity;
  samples.forEach((sample, n) => {
    if (Math.abs(sample) < 0.2) return;
    if (n - quietSince > sampleRate / 20) starts.push((n * 1000) / sampleRate);
    quietSince = n;
  });
  return starts;
}

function* drawNumbers(frameCount: number, width: number, height: number): Generator<Buffer> {
  for (let n = 0; n < frameCount; n += 1) yield drawNumber(n, width, height);
}

/** The stripes in the upper half; in the lower half a bar that moves, so that coders have something to predict. */
function drawNumber(number: number, width: number, height: number): Buffer {
  const frame = Buffer.alloc(width * height, 64);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const bit = Math.floor((x * stripes) / width);
      if (y < height / 2) frame[y * width + x] = (number >> bit) & 1 ? 235 : 16;
      else if ((x + number * 3) % width < 24) frame[y * width + x] = 200;
    }
  }
  return frame;
}

function soundWithBursts(burstsAtMs: readonly number[], durationSeconds: number): Float32Array {
  const samples = new Float32Array(Math.round(durationSeconds * sampleRate));
  for (const atMs of burstsAtMs) {
    const start = Math.round((atMs * sampleRate) / 1000);
    for (let n = 0; n < sampleRate / 100; n += 1)
      samples[start + n] = 0.8 * Math.sin((n * 2 * Math.PI * 2000) / sampleRate);
  }
  return samples;
}
