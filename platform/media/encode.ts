import { stat } from 'node:fs/promises';
import { problem } from '@altis/kernel';
import { AV_LOG_ERROR, AV_PIX_FMT_RGBA, AV_PIX_FMT_YUV420P, AV_SAMPLE_FMT_FLT } from 'node-av/constants';
import { avChannelLayoutDefault, Frame, Log } from 'node-av/lib';
import { openFilterChain } from './engine/filter-chain.ts';
import { openMp4Writer, type Mp4Writer, type VideoPreset } from './engine/mp4-writer.ts';
import type { Rational } from './rational.ts';
import { writeWhole } from './partial-file.ts';

export type { Rational } from './rational.ts';
export type { VideoPreset } from './engine/mp4-writer.ts';

export type EncodeOptions = {
  /** Path of the MP4 file; it appears only when it is complete. */
  readonly out: string;
  /** Size of the frames in pixels, both even. */
  readonly width: number;
  readonly height: number;
  /** Frames per second; a plain number must be whole. */
  readonly frameRate: number | Rational;
  /** How each frame's bytes are laid out, without padding; default `rgba` (4 bytes a pixel). */
  readonly pixelFormat?: 'rgba' | 'yuv420p';
  readonly audio?: EncodeAudio;
  /** Longest distance between key frames; default one second. */
  readonly gopFrames?: number;
  /** Default `veryfast`. */
  readonly preset?: VideoPreset;
  /** x264's constant rate factor, 0 to 51; default 22. */
  readonly crf?: number;
  /** Encoder threads; default 0: as many as the machine has cores. */
  readonly threads?: number;
};

export type EncodeAudio = {
  /** Samples per second: 44100, 48000, … */
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** Interleaved samples from -1 to 1, in blocks of any length; pulled as the video advances. */
  readonly samples: AsyncIterable<Float32Array> | Iterable<Float32Array>;
  /** Default 128000. */
  readonly bitRateBps?: number;
};

export type Encoded = { readonly frameCount: number; readonly durationMs: number; readonly sizeBytes: number };

/**
 * Encodes raw frames and PCM sound to an MP4 that browsers play (H.264 + AAC, index first).
 *
 * Runs the native engine in the calling process, for a process of your own: a generator, a benchmark, a worker.
 * Servers use `openMedia` instead, so that a native crash cannot take them down.
 * A frame may be reused by the caller as soon as the next one is asked for.
 */
export async function encodeFrames(
  options: EncodeOptions,
  frames: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Encoded> {
  const frameCount = await writeWhole(options.out, (path) => encodeTo(path, options, frames));
  const { num, den } = rationalRate(options.frameRate);
  const { size } = await stat(options.out);
  return { frameCount, durationMs: (frameCount * den * 1000) / num, sizeBytes: size };
}

async function encodeTo(
  path: string,
  options: EncodeOptions,
  frames: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  checkSize(options);
  Log.setLevel(AV_LOG_ERROR);
  const { width, height, audio } = options;
  const rate = rationalRate(options.frameRate);
  const timeBase = { num: rate.den, den: rate.num };
  const format = options.pixelFormat === 'yuv420p' ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_RGBA;
  using writer = openMp4Writer(
    path,
    {
      width,
      height,
      timeBase,
      frameRate: rate,
      gopFrames: options.gopFrames ?? Math.max(1, Math.round(rate.num / rate.den)),
      preset: options.preset ?? 'veryfast',
      crf: options.crf ?? 22,
      threads: options.threads ?? 0,
    },
    audio && { sampleRate: audio.sampleRate, channels: audio.channels, bitRateBps: audio.bitRateBps ?? 128_000 },
  );
  using toYuv = openFilterChain(
    `buffer=video_size=${width}x${height}:pix_fmt=${options.pixelFormat ?? 'rgba'}:time_base=${rate.den}/${rate.num}`,
    'scale=flags=fast_bilinear:out_color_matrix=bt709:out_range=tv,format=yuv420p',
    'buffersink',
  );
  using sound = audio && openSound(audio, writer);
  let frameCount = 0;
  for await (const pixels of frames) {
    checkFrame(pixels, options, frameCount);
    const buffer = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
    using frame = Frame.fromVideoBuffer(buffer, { width, height, format, timeBase, pts: BigInt(frameCount) });
    frame.duration = 1n;
    toYuv.push(frame, (yuv) => writer.writeVideo(yuv));
    frameCount += 1;
    await sound?.writeUntil((frameCount * rate.den) / rate.num);
  }
  toYuv.push(null, (yuv) => writer.writeVideo(yuv));
  sound?.end();
  if (frameCount === 0) throw problem('INVALID_INPUT', `There was no frame to encode into ${options.out}.`);
  writer.finish();
  return frameCount;
}

interface Sound extends Disposable {
  /** Encodes sound up to this time, as far as there is any. */
  writeUntil(timeSeconds: number): Promise<void>;
  end(): void;
}

function openSound({ sampleRate, channels, samples }: EncodeAudio, writer: Mp4Writer): Sound {
  const timeBase = { num: 1, den: sampleRate };
  const channelLayout = avChannelLayoutDefault(channels);
  const toPlanar = openFilterChain(
    `abuffer=sample_rate=${sampleRate}:sample_fmt=flt:channel_layout=${channels === 1 ? 'mono' : 'stereo'}:time_base=1/${sampleRate}`,
    'aformat=sample_fmts=fltp,asetnsamples=n=1024:p=0',
    'abuffersink',
  );
  const blocks = inOrder(samples);
  let sampleCount = 0;
  return {
    writeUntil: async (timeSeconds) => {
      while (sampleCount < timeSeconds * sampleRate) {
        const { value: block, done } = await blocks.next();
        if (done) return;
        const nbSamples = Math.floor(block.length / channels);
        if (nbSamples === 0) continue;
        const bytes = Buffer.from(block.buffer, block.byteOffset, nbSamples * channels * 4);
        const pts = BigInt(sampleCount);
        using frame = Frame.fromAudioBuffer(bytes, {
          nbSamples,
          format: AV_SAMPLE_FMT_FLT,
          sampleRate,
          channelLayout,
          timeBase,
          pts,
        });
        sampleCount += nbSamples;
        toPlanar.push(frame, (planar) => writer.writeAudio(planar));
      }
    },
    end: () => toPlanar.push(null, (planar) => writer.writeAudio(planar)),
    [Symbol.dispose]: () => toPlanar[Symbol.dispose](),
  };
}

async function* inOrder<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, undefined> {
  yield* items;
  return undefined;
}

function checkSize({ width, height, out }: EncodeOptions): void {
  const even = (size: number): boolean => Number.isInteger(size) && size > 0 && size % 2 === 0;
  if (even(width) && even(height)) return;
  throw problem('INVALID_INPUT', `${out} cannot be ${width}×${height} pixels.`, {
    remedy: 'Give a width and a height that are even whole numbers.',
  });
}

function checkFrame(pixels: Uint8Array, { width, height, pixelFormat }: EncodeOptions, index: number): void {
  const expected = width * height * (pixelFormat === 'yuv420p' ? 1.5 : 4);
  if (pixels.byteLength === expected) return;
  throw problem('INVALID_INPUT', `Frame ${index} has ${pixels.byteLength} bytes instead of ${expected}.`, {
    remedy: `Give whole ${pixelFormat ?? 'rgba'} frames of ${width}×${height} pixels.`,
  });
}

function rationalRate(frameRate: number | Rational): Rational {
  return typeof frameRate === 'number' ? { num: frameRate, den: 1 } : frameRate;
}
