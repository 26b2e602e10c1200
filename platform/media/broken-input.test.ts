import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem, silentLog } from '@altis/kernel';
import { inputFaultOf, openMedia, type Media } from './index.ts';
import { hasFfmpeg, makeNumberedVideo } from './testing.ts';

let folder = '';
let media: Media;
const at = (file: string): string => join(folder, file);
const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25'];
const encryption = {
  scheme: ['-encryption_scheme', 'cenc-aes-ctr'],
  key: ['-encryption_key', '76a6c65c5ea762046bd749a2e632ccbb', '-encryption_kid', 'a7e61c373e219033c21091fa607bf3b8'],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-broken-'));
  media = openMedia({ log: silentLog });
  await writeFile(at('zero.mp4'), '');
  await writeFile(at('text.mp4'), 'Minutes of the meeting of Tuesday\n'.repeat(50));
  await writeFile(at('list.m3u8'), '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nwhole.ts\n#EXT-X-ENDLIST\n');
  await writeFile(at('random.mp4'), pseudoRandomBytes(300_000));
  if (!hasFfmpeg) return;
  const frames = { frameCount: 200, rate: '25' };
  await makeNumberedVideo(at('whole.mp4'), { ...frames, encoding: x264 });
  await makeNumberedVideo(at('whole-faststart.mp4'), { ...frames, encoding: [...x264, '-movflags', 'faststart'] });
  await makeNumberedVideo(at('whole.ts'), { ...frames, encoding: x264 });
  await makeNumberedVideo(at('sound-only.m4a'), { ...frames, burstsAtMs: [100], encoding: ['-vn', '-c:a', 'aac'] });
  await makeNumberedVideo(at('locked.mp4'), {
    ...frames,
    encoding: [...x264, ...encryption.scheme, ...encryption.key],
  });
  const whole = await readFile(at('whole.mp4'));
  await writeFile(at('index-missing.mp4'), whole.subarray(0, whole.length * 0.6));
  const codec = whole.lastIndexOf('avc1');
  await writeFile(
    at('unknown-codec.mp4'),
    Buffer.concat([whole.subarray(0, codec), Buffer.from('zzzz'), whole.subarray(codec + 4)]),
  );
  for (const [from, to] of [
    ['whole-faststart.mp4', 'end-missing.mp4'],
    ['whole.ts', 'end-missing.ts'],
  ] as const) {
    const bytes = await readFile(at(from));
    await writeFile(at(to), bytes.subarray(0, bytes.length * 0.6));
  }
});

afterAll(async () => {
  await media.close();
  await rm(folder, { recursive: true });
});

test.for([
  ['missing.mp4', 'NOT_FOUND'],
  ['zero.mp4', 'EMPTY_FILE'],
  ['text.mp4', 'NOT_A_VIDEO'],
  ['list.m3u8', 'NOT_A_VIDEO'],
  ['random.mp4', 'NOT_A_VIDEO'],
  ...(hasFfmpeg
    ? ([
        ['index-missing.mp4', 'TRUNCATED'],
        ['sound-only.m4a', 'NO_VIDEO_STREAM'],
        ['unknown-codec.mp4', 'UNSUPPORTED_CODEC'],
        ['locked.mp4', 'ENCRYPTED'],
      ] as const)
    : []),
] as const)('%s is refused as %s, by the name people know, with a remedy', async ([file, fault]) => {
  for (const task of [
    () => media.probe(at(file), { displayName: 'Final, camera 3' }),
    () => media.makeProxy(at(file), at('out.mp4'), { displayName: 'Final, camera 3' }),
  ]) {
    const error: unknown = await task().catch((thrown: unknown) => thrown);
    expect(inputFaultOf(error)).toBe(fault);
    if (!(error instanceof Problem)) throw error;
    expect(error.message).toContain('“Final, camera 3”');
    expect(error.remedy).toMatch(/\.$/);
  }
  expect((await readdir(folder)).filter((name) => name.startsWith('out'))).toEqual([]);
});

test.skipIf(!hasFfmpeg).for(['end-missing.mp4', 'end-missing.ts'])('%s is used as far as it goes', async (file) => {
  const { warnings } = await media.probe(at(file));
  // A transport stream does not say how long it should be.
  expect(warnings).toHaveLength(file.endsWith('.mp4') ? 1 : 0);
  expect(await media.cut(at(file), at('clip.mp4'), { inFrame: 30, outFrame: 60 })).toMatchObject({ frameCount: 31 });
  const { frameCount } = await media.makeProxy(at(file), at('proxy.mp4'));
  expect(frameCount).toBeGreaterThan(100);
  expect(frameCount).toBeLessThan(150);
  for (const range of [
    { inMs: 7000, outMs: 7500 },
    { inFrame: 30, outFrame: 180 },
    { inFrame: 60, outFrame: 30 },
  ]) {
    const error: unknown = await media.cut(at(file), at('none.mp4'), range).catch((thrown: unknown) => thrown);
    expect(inputFaultOf(error)).toBe('OUT_OF_RANGE');
  }
  expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([]);
});

function pseudoRandomBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let n = 0; n < length; n += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[n] = state >>> 16;
  }
  return bytes;
}
