import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@altis/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeFrames } from './encode.ts';
import { frameTimeMs, openMedia, type Media } from './index.ts';
import { hasFfmpeg, makeNumberedVideo, readBursts, readFrameNumbers } from './testing.ts';

const frameCount = 75;
const burstsAtMs = [120, 1000, 2600];
const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25'];
const hevc = 'log-level=none:keyint=25:bframes=0';
const uneven = "settb=1/90000,setpts='N*3600+mod(N*7919,1500)'";

let folder = '';
let media: Media;
const at = (file: string): string => join(folder, file);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-proxy-'));
  media = openMedia({ log: silentLog });
});

afterAll(async () => {
  await media.close();
  await rm(folder, { recursive: true });
});

test.skipIf(!hasFfmpeg).for([
  { title: 'an MP4 with AAC', file: 'plain.mp4', encoding: [...x264, '-c:a', 'aac'] },
  { title: 'an MP4 without sound', file: 'silent.mp4', isSilent: true, encoding: x264 },
  {
    title: 'uneven times',
    file: 'uneven.mp4',
    encoding: ['-vf', uneven, '-vsync', 'passthrough', '-enc_time_base', '1/90000', ...x264, '-c:a', 'aac'],
  },
  {
    title: 'Matroska that does not start at zero',
    file: 'late.mkv',
    encoding: [...x264, '-c:a', 'aac', '-output_ts_offset', '7'],
  },
  {
    title: 'sound that is not AAC',
    file: 'flac.mkv',
    soundCodec: 'flac',
    encoding: [...x264, '-c:a', 'flac'],
  },
  {
    title: 'sound that begins late',
    file: 'late-sound.mp4',
    soundOffsetMs: 400,
    encoding: [...x264, '-af', 'asetpts=PTS+0.4/TB', '-c:a', 'aac'],
  },
])('$title: the pictures are copied, each at its time', async (source) => {
  const { file, encoding, isSilent = false, soundOffsetMs = 0 } = source;
  await makeNumberedVideo(at(file), { frameCount, rate: '25', ...(isSilent ? {} : { burstsAtMs }), encoding });
  const made = await media.makeProxy(at(file), at('proxy.mp4'));
  expect(made).toMatchObject({ isCopy: true, width: 320, height: 180, frameCount, hasAudio: !isSilent });
  expect(codedPictures(at('proxy.mp4'))).toEqual(codedPictures(at(file)));
  expect(readFrameNumbers(at('proxy.mp4'))).toEqual(Array.from({ length: frameCount }, (_, n) => n));
  const [index, proxyIndex] = [await media.frameIndex(at(file)), await media.frameIndex(at('proxy.mp4'))];
  index.ticks.forEach((_, n) => expect(frameTimeMs(proxyIndex, n)).toBeCloseTo(frameTimeMs(index, n), 1));
  expect(proxyIndex.keyFrames).toEqual(index.keyFrames);
  if (isSilent) return;
  expect((await media.probe(at('proxy.mp4'))).audio).toMatchObject([{ codec: 'aac' }]);
  const heard = readBursts(at('proxy.mp4'));
  expect(heard).toHaveLength(burstsAtMs.length);
  burstsAtMs.forEach((burst, n) => expect(Math.abs((heard[n] ?? 0) - burst - soundOffsetMs)).toBeLessThan(2));
});

test.skipIf(!hasFfmpeg).for([
  { title: 'B-frames', file: 'b.mp4', encoding: ['-c:v', 'libx264', '-bf', '2', '-g', '25'] },
  { title: 'rare key frames', file: 'rare.mp4', encoding: [...x264, '-g', '300'] },
  { title: 'a larger picture', file: 'large.mp4', width: 1600, height: 900, encoding: x264 },
  { title: 'pixels that are not square', file: 'anamorphic.mp4', encoding: ['-vf', 'setsar=4/3', ...x264] },
  { title: '4:4:4', file: 'full-colour.mp4', encoding: ['-pix_fmt', 'yuv444p', ...x264] },
  { title: 'interlaced', file: 'fields.mp4', encoding: ['-flags', '+ildct+ilme', ...x264] },
  { title: 'a heavy file', file: 'heavy.mp4', encoding: [...x264, '-qp', '0', '-vf', 'noise=alls=99:allf=t'] },
  { title: 'a transport stream', file: 'stream.ts', encoding: x264 },
  { title: 'HEVC', file: 'hevc.mp4', encoding: ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', hevc] },
])('$title: encoded anew', async ({ file, ...video }) => {
  await makeNumberedVideo(at(file), { frameCount, rate: '25', ...video });
  const proxy = await media.makeProxy(at(file), at('proxy.mp4'));
  expect(proxy).toMatchObject({ isCopy: false, frameCount });
  expect((await media.probe(at('proxy.mp4'))).video).toMatchObject({ hasBFrames: false, pixelFormat: 'yuv420p' });
});

test.skipIf(!hasFfmpeg)('a file that stands on its head is encoded upright', async () => {
  await makeNumberedVideo(at('upright.mp4'), { frameCount, rate: '25', encoding: x264 });
  const turn = ['-i', at('upright.mp4'), '-c', 'copy', '-metadata:s:v', 'rotate=180', at('upside-down.mp4')];
  expect(spawnSync('ffmpeg', ['-v', 'error', ...turn]).status).toBe(0);
  expect(await media.makeProxy(at('upside-down.mp4'), at('proxy.mp4'))).toMatchObject({ isCopy: false });
});

test('what encodeFrames writes is copied', async () => {
  const [width, height] = [64, 36];
  const frames = Array.from({ length: 50 }, (_, n) => new Uint8Array(width * height * 4).fill(n * 5));
  const audio = { sampleRate: 48_000, channels: 2, samples: [new Float32Array(2 * 96_000)] } as const;
  await encodeFrames({ out: at('drawn.mp4'), width, height, frameRate: 25, audio }, frames);
  const proxy = await media.makeProxy(at('drawn.mp4'), at('proxy.mp4'));
  expect(proxy).toEqual({ isCopy: true, width, height, frameCount: 50, durationMs: 2000, hasAudio: true });
});

/** A hash of the coded bytes of each picture, by the `ffmpeg` program. */
function codedPictures(path: string): string[] {
  const { stdout } = spawnSync(
    'ffprobe',
    ['-v', 'error', '-select_streams', 'v:0', '-show_packets', '-show_data_hash', 'sha256', '-of', 'csv=p=0', path],
    { encoding: 'utf8' },
  );
  return stdout.match(/SHA256:[0-9a-f]+/g) ?? [];
}
