import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '@altis/kernel';
import { frameAtMs, frameTimeMs, openMedia, type Media } from './index.ts';
import { hasFfmpeg, makeNumberedVideo, readBursts, readFrameNumbers } from './testing.ts';

const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast'];
const shapes = {
  'B-frames, open GOP, sound': {
    file: 'b-frames.mp4',
    rate: '25/1',
    burstsAtMs: [400, 2000, 2600, 3200],
    encoding: [
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-bf',
      '3',
      '-g',
      '30',
      '-x264-params',
      'open-gop=1',
      '-c:a',
      'aac',
    ],
  },
  HEVC: {
    file: 'hevc.mp4',
    rate: '50/1',
    encoding: ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none:keyint=40'],
  },
  '10 bit HEVC': {
    file: 'ten-bit.mkv',
    rate: '25/1',
    encoding: ['-pix_fmt', 'yuv420p10le', '-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none'],
  },
  '59.94 in MPEG-TS that does not start at zero': {
    file: 'late.ts',
    rate: '60000/1001',
    burstsAtMs: [500, 1500],
    encoding: [...x264, '-bf', '2', '-g', '45', '-c:a', 'aac', '-output_ts_offset', '7'],
  },
  'Matroska, long GOP': {
    file: 'long-gop.mkv',
    rate: '30000/1001',
    burstsAtMs: [700, 3000],
    encoding: [...x264, '-g', '300', '-c:a', 'flac'],
  },
  'variable frame rate': {
    file: 'uneven.mp4',
    rate: '30/1',
    encoding: [
      '-vf',
      "settb=1/90000,setpts='N*3000+mod(N*7919,1500)+if(gte(N,60),90000,0)'",
      '-vsync',
      'passthrough',
      '-enc_time_base',
      '1/90000',
      ...x264,
      '-bf',
      '2',
    ],
  },
  interlaced: {
    file: 'interlaced.ts',
    rate: '25/1',
    encoding: [
      '-vf',
      'setfield=tff',
      '-c:v',
      'mpeg2video',
      '-flags',
      '+ildct+ilme',
      '-b:v',
      '4M',
      '-g',
      '12',
      '-bf',
      '2',
    ],
  },
} as const;
const frameCount = 100;
const named = Object.entries(shapes).map(([title, shape]) => ({ title, ...shape }));

let folder = '';
let media: Media;
const at = (file: string): string => join(folder, file);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-media-'));
  media = openMedia({ log: silentLog, workers: 1 });
  if (!hasFfmpeg) return;
  for (const shape of named) await makeNumberedVideo(at(shape.file), { frameCount, ...shape });
});

afterAll(async () => {
  await media.close();
  await rm(folder, { recursive: true });
});

test.skipIf(!hasFfmpeg).for(named)('$title: a clip begins and ends on the frames asked for', async ({ file }) => {
  const index = await media.frameIndex(at(file));
  expect(index.ticks).toHaveLength(frameCount);
  const clip = at('clip.mp4');
  for (const [inFrame, outFrame] of [
    [0, 2],
    // Around a key frame: with an open group of pictures, frames before it are decoded after it.
    [28, 31],
    [37, 64],
    [frameCount - 3, frameCount - 1],
  ] as const) {
    const byNumber = await media.cut(at(file), clip, { inFrame, outFrame });
    const expected = Array.from({ length: outFrame - inFrame + 1 }, (_, n) => inFrame + n);
    expect(readFrameNumbers(clip)).toEqual(expected);
    expect(byNumber).toMatchObject({
      frameCount: expected.length,
      firstFrameMs: frameTimeMs(index, inFrame),
      lastFrameMs: frameTimeMs(index, outFrame),
    });
    const times = { inMs: Math.round(frameTimeMs(index, inFrame)), outMs: Math.round(frameTimeMs(index, outFrame)) };
    expect(frameAtMs(index, times.inMs)).toBe(inFrame);
    expect(await media.cut(at(file), clip, times)).toEqual(byNumber);
  }
});

test.skipIf(!hasFfmpeg).for(named)('$title: a proxy shows the same frames at the same times', async ({ file }) => {
  const proxy = at('proxy.mp4');
  const made = await media.makeProxy(at(file), proxy, { maxSidePx: 240 });
  const index = await media.frameIndex(at(file));
  const proxyIndex = await media.frameIndex(proxy);
  expect(made).toMatchObject({ frameCount, width: 240, height: 136 });
  expect(readFrameNumbers(proxy)).toEqual(Array.from({ length: frameCount }, (_, n) => n));
  index.ticks.forEach((_, n) => expect(frameTimeMs(proxyIndex, n)).toBeCloseTo(frameTimeMs(index, n), 1));
  const { stdout } = spawnSync(
    'ffprobe',
    ['-v', 'error', '-show_entries', 'stream=codec_name,pix_fmt', '-of', 'csv=p=0', proxy],
    { encoding: 'utf8' },
  );
  expect(stdout.trim().split('\n')).toEqual(made.hasAudio ? ['h264,yuv420p', 'aac'] : ['h264,yuv420p']);
});

test.skipIf(!hasFfmpeg).for(named.filter((shape) => 'burstsAtMs' in shape))(
  '$title: sound stays in step in clips and proxies',
  async (shape) => {
    const bursts = 'burstsAtMs' in shape ? shape.burstsAtMs : [];
    const check = (path: string, offsetMs: number, expected: readonly number[]): void => {
      const heard = readBursts(path);
      expect(heard).toHaveLength(expected.length);
      expected.forEach((burst, n) => expect(Math.abs((heard[n] ?? 0) + offsetMs - burst)).toBeLessThan(2));
    };
    const proxy = at('sound-proxy.mp4');
    await media.makeProxy(at(shape.file), proxy);
    check(proxy, 0, bursts);
    const clip = at('sound-clip.mp4');
    const { firstFrameMs, durationMs } = await media.cut(at(shape.file), clip, { inFrame: 9, outFrame: 90 });
    check(
      clip,
      firstFrameMs,
      bursts.filter((burst) => burst > firstFrameMs && burst < firstFrameMs + durationMs),
    );
  },
);

test.skipIf(!hasFfmpeg)('silence stands where the sound of the source begins late', async () => {
  const encoding = [...x264, '-af', 'asetpts=PTS+0.4/TB', '-c:a', 'flac'];
  await makeNumberedVideo(at('late-sound.mkv'), { frameCount: 75, rate: '25', burstsAtMs: [100, 1000], encoding });
  await media.makeProxy(at('late-sound.mkv'), at('late-sound.mp4'));
  expect(readBursts(at('late-sound.mp4')).map((ms) => Math.round(ms / 10) * 10)).toEqual([500, 1400]);
});
