import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobs } from '@altis/jobs/contract';
import { hasFfmpeg, makeNumberedVideo, readFrameNumbers } from '@altis/media/testing';
import { uploadFile, sharedData, startAltis, waitFor, type Altis, type TestUser } from '@altis/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mediaArchive, type Import } from '../contract/index.ts';

let altis: Altis;
let operator: TestUser;
let member: TestUser;
let folder = '';
const root = (): string => join(folder, 'root');
const at = (name: string): string => join(folder, name);
const patient = { timeoutMs: 60_000 };

const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast'];
const x265 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none'];
const uneven = ['-vf', "settb=1/90000,setpts='N*3000+mod(N*7919,1500)'", '-vsync', 'passthrough'];
/** The shapes that videos come in, 40 numbered frames each. */
const shapes = {
  'hevc.mp4': { rate: '25', burstsAtMs: [100], encoding: [...x265, '-c:a', 'aac'] },
  'fast.mov': { rate: '60000/1001', burstsAtMs: [100], encoding: [...x264, '-c:a', 'aac'] },
  'silent.mp4': { rate: '25', encoding: x264 },
  'turned.mp4': { rate: '25', encoding: ['-vf', 'transpose=clock', ...x264], isTurned: true },
  'matroska.mkv': { rate: '30000/1001', burstsAtMs: [100], encoding: [...x264, '-c:a', 'libopus'] },
  'transport.ts': { rate: '50', burstsAtMs: [100], encoding: [...x264, '-bf', '2', '-c:a', 'aac'] },
  'uneven.mp4': { rate: '30', encoding: [...uneven, '-enc_time_base', '1/90000', ...x264] },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-archive-'));
  await mkdir(join(root(), 'day 1'), { recursive: true });
  altis = await startAltis({ env: { ALTIS_MEDIA_ARCHIVE_IMPORT_ROOT: root() } });
  operator = await altis.signIn('operator');
  member = await altis.signIn('member');
});
afterAll(async () => {
  await altis?.stop();
  await rm(folder, { recursive: true, force: true });
});

const archive = (user: TestUser = operator) => user.api(mediaArchive);
const importFile = async (path: string, name?: string): Promise<Import> =>
  archive().imports.create({ upload: await uploadFile(operator, path, name) });
const ended = ({ id, fileName }: Import): Promise<Import> =>
  waitFor(
    `the import of ${fileName}`,
    async () => {
      const { items } = await archive().imports.list({});
      const found = items.find((item) => item.id === id);
      return found !== undefined && found.state !== 'waiting' && found.state !== 'running' && found;
    },
    patient,
  );

test.skipIf(!hasFfmpeg).each(Object.entries(shapes))(
  'imports %s so that browsers play every frame',
  async (name, shape) => {
    await makeNumberedVideo(at(name), { frameCount: 40, ...shape });
    if ('isTurned' in shape) turn(at(name));
    const done = await ended(await importFile(at(name)));
    expect(done).toMatchObject({ state: 'done', fraction: 1, isDuplicate: false, reason: null });

    const item = await archive(member).items.read({ id: done.item ?? '' });
    expect(item).toMatchObject({ kind: 'asset', state: 'kept', fileName: name, hasFrameTimes: true });
    const media = `/api/media-archive/items/${item.id}`;
    const proxy = await member.fetch(`${media}/media.mp4`);
    expect(proxy.headers.get('content-type')).toBe('video/mp4');
    await writeFile(at(`proxy-of-${name}.mp4`), Buffer.from(await proxy.arrayBuffer()));
    expect(readFrameNumbers(at(`proxy-of-${name}.mp4`))).toEqual(Array.from({ length: 40 }, (_, frame) => frame));

    const times = (await (await member.fetch(`${media}/frame-times`)).json()) as number[];
    expect(times).toHaveLength(40);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    const original = await member.fetch(`${media}/original?download`);
    expect(original.headers.get('content-disposition')).toContain(name);
    expect(Buffer.from(await original.arrayBuffer())).toEqual(await readFile(at(name)));
    const part = await member.fetch(`${media}/media.mp4`, { headers: { range: 'bytes=4-7' } });
    expect([part.status, await part.text()]).toEqual([206, 'ftyp']);
    for (const picture of ['poster.jpg', 'storyboard.jpg']) {
      expect((await member.fetch(`${media}/${picture}`)).headers.get('content-type')).toBe('image/jpeg');
    }
  },
);

test.skipIf(!hasFfmpeg)(
  'refuses what is no video, naming the file and the remedy, and shows nothing of it',
  async () => {
    await makeNumberedVideo(at('whole.mp4'), { frameCount: 40, rate: '25', encoding: x264 });
    await writeFile(at('empty.mp4'), '');
    await writeFile(at('notes.mp4'), 'These are notes about the match.\n'.repeat(50));
    await writeFile(at('cut-short.mp4'), (await readFile(at('whole.mp4'))).subarray(0, 3000));
    const before = (await archive().search.find({})).total;
    for (const [name, reason] of [
      ['empty.mp4', /empty/],
      ['notes.mp4', /not a video/],
      ['cut-short.mp4', /incomplete/],
    ] as const) {
      const failed = await ended(await importFile(at(name)));
      expect(failed).toMatchObject({ state: 'failed', item: null });
      expect(failed.reason).toMatch(reason);
      expect(failed.reason).toContain(name);
      expect(failed.remedy).toBeTruthy();
    }
    // What is a video under a wrong name is taken as what it is.
    await makeNumberedVideo(at('wrong.mkv'), { frameCount: 20, rate: '25', encoding: x264 });
    expect(await ended(await importFile(at('wrong.mkv'), 'wrong.mp4'))).toMatchObject({ state: 'done' });
    expect((await archive().search.find({})).total.count).toBe(before.count + 1);
  },
);

test.skipIf(!hasFfmpeg)('keeps the same bytes once, and the same request is one import', async () => {
  await makeNumberedVideo(at('once.mp4'), { frameCount: 30, rate: '25', encoding: x264 });
  const upload = await uploadFile(operator, at('once.mp4'));
  // A sender whose last answer was lost asks how far the upload is.
  const asked = await operator.fetch(`/uploads/${upload}`, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
  expect(asked.headers.get('upload-offset')).toBe(asked.headers.get('upload-length'));
  const [first, repeated] = await Promise.all([1, 2].map(() => archive().imports.create({ upload })));
  expect(repeated?.id).toBe(first?.id);
  const done = await ended(first!);
  const again = await ended(await importFile(at('once.mp4'), 'another-name.mp4'));
  expect(again).toMatchObject({ state: 'done', isDuplicate: true, item: done.item });
});

test.skipIf(!hasFfmpeg)('imports a folder, each video by itself, and nothing from outside of it', async () => {
  const dated = [...x264, '-metadata', 'creation_time=2026-02-10T20:15:00Z'];
  await makeNumberedVideo(join(root(), 'day 1', 'GOAL_ITA-CAN_p1.mp4'), {
    frameCount: 25,
    rate: '25',
    encoding: dated,
  });
  await writeFile(join(root(), 'day 1', 'broken.mov'), 'no film');
  await writeFile(join(root(), 'day 1', 'readme.txt'), 'no film either');
  await makeNumberedVideo(at('secret.mp4'), { frameCount: 25, rate: '25', encoding: x264 });
  await symlink(at('secret.mp4'), join(root(), 'day 1', 'secret.mp4'));
  await symlink(folder, join(root(), 'way-out'));

  const { items } = await archive().imports.createFromFolder({ path: 'day 1' });
  expect(items.map(({ fileName }) => fileName)).toEqual(['day 1/GOAL_ITA-CAN_p1.mp4', 'day 1/broken.mov']);
  const [goal, broken] = await Promise.all(items.map(ended));
  expect(broken).toMatchObject({ state: 'failed', reason: expect.stringContaining('broken.mov') });
  const item = await archive().items.read({ id: goal?.item ?? '' });
  expect(item).toMatchObject({ title: { und: 'GOAL ITA CAN p1' }, happenedAt: '2026-02-10T20:15:00.000Z' });
  const found = await archive(member).search.find({ text: 'goal ita', from: '2026-02-10', to: '2026-02-10' });
  expect(found.items.map(({ id }) => id)).toEqual([goal?.item]);
  expect(found.items[0]?.highlights['title']).toEqual([
    { start: 0, end: 4 },
    { start: 5, end: 8 },
  ]);

  for (const path of ['..', '../', 'day 1/../..', folder, 'way-out/secret.mp4', 'day 1/secret.mp4']) {
    await expect(archive().imports.createFromFolder({ path }), path).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  }
  await expect(archive().imports.createFromFolder({ path: 'a\0b' })).rejects.toMatchObject({ status: 400 });
  await expect(archive().imports.createFromFolder({ path: 'day 2' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('lets members read, operators import, and visitors neither', async () => {
  const visitor = await altis.signIn('visitor');
  await expect(archive(visitor).search.find({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(archive(member).imports.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await visitor.fetch('/api/media-archive/items/item_x/media.mp4')).status).toBe(401);
  // In between processes, such a path is refused before it arrives.
  const strayed = await member.fetch('/api/media-archive/items/..%2f..%2fetc%2fpasswd/original');
  expect([400, 404]).toContain(strayed.status);
  await expect(archive().imports.create({ upload: '../../x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

/** Marks a video as filmed with the camera on its side, without touching its pictures. */
function turn(path: string): void {
  const lying = path.replace('.mp4', '-lying.mp4');
  renameSync(path, lying);
  spawnSync('ffmpeg', ['-v', 'error', '-i', lying, '-c', 'copy', '-metadata:s:v', 'rotate=90', path]);
}

const recording = sharedData('multi-camera', 'cam03.mp4');
test.skipIf(recording === undefined)(
  'cancels an import and leaves nothing of it; kill -9 leaves one item',
  async () => {
    await copyFile(recording!, at('cam03.mp4'));
    const cancelled = await importFile(at('cam03.mp4'));
    const state = async (each: Import) =>
      (await archive().imports.list({})).items.find(({ id }) => id === each.id)?.state;
    await waitFor('the import to run', async () => (await state(cancelled)) === 'running', patient);
    await operator.api(jobs).cancel({ id: cancelled.job });
    expect(await ended(cancelled)).toMatchObject({ state: 'cancelled', item: null });
    expect((await archive().search.find({ text: 'cam03' })).items).toEqual([]);

    const killed = await importFile(at('cam03.mp4'));
    await waitFor('the import to be on its way', async () => (await state(killed)) === 'running', patient);
    await altis.kill();
    await altis.start();
    const done = await ended(killed);
    expect(done).toMatchObject({ state: 'done', isDuplicate: false });
    const { items } = await archive().search.find({ text: 'cam03' });
    expect(items.map(({ id }) => id)).toEqual([done.item]);
  },
  180_000,
);
