import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '@altis/kernel';
import { frameTimeMs, openMedia, storyboardVtt, type DecodedFrame, type Media } from './index.ts';
import { hasFfmpeg, makeNumberedVideo, numberIn, readFrameNumbers } from './testing.ts';

const sample = fileURLToPath(new URL('../../../shared/data/multi-camera/cam03.mp4', import.meta.url));
const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast'];
let folder = '';
let media: Media;
const at = (file: string): string => join(folder, file);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-probe-'));
  media = openMedia({ log: silentLog });
});

afterAll(async () => {
  await media.close();
  await rm(folder, { recursive: true });
});

test.skipIf(!hasFfmpeg)('reads what a file holds', async () => {
  await makeNumberedVideo(at('sound.ts'), {
    frameCount: 90,
    rate: '60000/1001',
    burstsAtMs: [100],
    encoding: [...x264, '-bf', '2', '-c:a', 'aac', '-output_ts_offset', '3'],
  });
  const info = await media.probe(at('sound.ts'), { displayName: 'sound.mp4' });
  expect(info).toMatchObject({
    container: 'mpegts',
    video: { codec: 'h264', width: 320, height: 180, rotationDegrees: 0, frameRate: { num: 60000, den: 1001 } },
    audio: [{ codec: 'aac', channels: 1, sampleRate: 48000 }],
  });
  expect(info.video).toMatchObject({ isVariableFrameRate: false, hasBFrames: true, isInterlaced: false });
  expect(info.durationMs).toBeCloseTo(1501.5, 0);
  expect(info.video.startMs).toBeGreaterThan(3000);
  expect(info.warnings).toEqual(['“sound.mp4” is named .mp4 but its container is mpegts; it was read as what it is.']);
});

test.skipIf(!hasFfmpeg)('tells an uneven frame rate', async () => {
  const uneven = [
    '-vf',
    "settb=1/90000,setpts='N*3000+mod(N*7919,1500)'",
    '-vsync',
    'passthrough',
    '-enc_time_base',
    '1/90000',
  ];
  const recorded = ['-metadata', 'creation_time=2026-02-10T20:15:00Z'];
  await makeNumberedVideo(at('uneven.mp4'), {
    frameCount: 60,
    rate: '30',
    encoding: [...uneven, ...x264, ...recorded],
  });
  expect(await media.probe(at('uneven.mp4'))).toMatchObject({
    video: { isVariableFrameRate: true },
    recordedAt: '2026-02-10T20:15:00.000Z',
  });
  // Matroska rounds every time to a millisecond; that is not an uneven rate.
  await makeNumberedVideo(at('even.mkv'), { frameCount: 60, rate: '30000/1001', encoding: x264 });
  expect((await media.probe(at('even.mkv'))).video.isVariableFrameRate).toBe(false);
});

test.skipIf(!hasFfmpeg).for([
  { rotation: '90', transpose: 'transpose=clock' },
  { rotation: '180', transpose: 'hflip,vflip' },
  { rotation: '270', transpose: 'transpose=cclock' },
])('turns a video filmed at $rotation° upright', async ({ rotation, transpose }) => {
  await makeNumberedVideo(at('lying.mp4'), { frameCount: 20, rate: '30', encoding: ['-vf', transpose, ...x264] });
  const turned = at('turned.mp4');
  spawnSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-i',
    at('lying.mp4'),
    '-c',
    'copy',
    '-metadata:s:v',
    `rotate=${rotation}`,
    turned,
  ]);
  const expected = Array.from({ length: 20 }, (_, n) => n);
  expect(readFrameNumbers(turned)).toEqual(expected);
  expect((await media.probe(turned)).video).toMatchObject({ width: 320, height: 180 });
  expect(await media.makeProxy(turned, at('upright.mp4'))).toMatchObject({ width: 320, height: 180 });
  expect(readFrameNumbers(at('upright.mp4'))).toEqual(expected);
  expect((await media.probe(at('upright.mp4'))).video.rotationDegrees).toBe(0);
});

test.skipIf(!hasFfmpeg)('streams decoded frames of a stretch, poster and storyboard show the right ones', async () => {
  await makeNumberedVideo(at('long.mp4'), {
    frameCount: 250,
    rate: '25',
    encoding: ['-c:v', 'libx264', '-g', '25', '-bf', '3'],
  });
  const numbers: number[] = [];
  for await (const frame of media.frames(at('long.mp4'), { fromMs: 4000, toMs: 8000, everyNth: 2, widthPx: 160 })) {
    expect(frame.data).toHaveLength(160 * 90);
    numbers.push(numberIn(frame.data, frame.width, frame.height));
    expect(frame.timeMs).toBe((numbers.at(-1) ?? 0) * 40);
  }
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, n) => 100 + 2 * n));
  const keys: DecodedFrame[] = [];
  for await (const frame of media.frames(at('long.mp4'), { keyFramesOnly: true, format: 'rgb' })) {
    keys.push(frame);
    if (keys.length === 3) break;
  }
  const index = await media.frameIndex(at('long.mp4'));
  expect(keys.map(({ timeMs }) => timeMs)).toEqual(index.keyFrames.slice(0, 3).map((n) => frameTimeMs(index, n)));
  expect(keys[0]?.data).toHaveLength(320 * 180 * 3);

  expect(await media.makePoster(at('long.mp4'), at('poster.jpg'), { atMs: 5230, widthPx: 320 })).toMatchObject({
    timeMs: 5200,
  });
  expect(readFrameNumbers(at('poster.jpg'))).toEqual([130]);
  const storyboard = await media.makeStoryboard(at('long.mp4'), at('sheet.jpg'), {
    intervalMs: 1500,
    columns: 4,
    tileWidthPx: 320,
  });
  expect(storyboard).toMatchObject({ columns: 4, rows: 2, tileCount: 7, tileWidth: 320, tileHeight: 180 });
  const crop = spawnSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-i',
    at('sheet.jpg'),
    '-vf',
    'crop=320:180:320:180',
    '-frames:v',
    '1',
    at('tile.png'),
  ]);
  expect(crop.status).toBe(0);
  // Tile 5 stands for 7.5 s; it shows the key frame before.
  expect(readFrameNumbers(at('tile.png'))).toEqual(
    index.keyFrames.filter((n) => frameTimeMs(index, n) <= 7500).slice(-1),
  );
  expect(storyboardVtt(storyboard, 'sheet.jpg')).toContain(
    '00:00:07.500 --> 00:00:09.000\nsheet.jpg#xywh=320,180,320,180',
  );
});

test.skipIf(!existsSync(sample))('cuts a real recording on the right frames', async () => {
  const index = await media.frameIndex(sample);
  await media.cut(sample, at('clip.mp4'), { inFrame: 40, outFrame: 60, index }, { maxWidthPx: 270 });
  const read = async (path: string, fromMs: number, toMs: number): Promise<DecodedFrame[]> => {
    const frames: DecodedFrame[] = [];
    for await (const frame of media.frames(path, { widthPx: 270, fromMs, toMs })) frames.push(frame);
    return frames;
  };
  const around = await read(sample, frameTimeMs(index, 35), frameTimeMs(index, 66));
  const clip = await read(at('clip.mp4'), 0, 10_000);
  expect(clip).toHaveLength(21);
  const nearest = (frame: DecodedFrame | undefined): number => {
    const distances = around.map((other) => distance(frame?.data ?? other.data, other.data));
    return 35 + distances.indexOf(Math.min(...distances));
  };
  expect([nearest(clip[0]), nearest(clip[10]), nearest(clip[20])]).toEqual([40, 50, 60]);
});

function distance(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, n) => sum + Math.abs(value - (other[n] ?? 0)), 0);
}
