import { mkdtemp, readdir, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobs } from '@altis/jobs/contract';
import { hasFfmpeg, makeNumberedVideo } from '@altis/media/testing';
import { mediaArchive } from '@altis/media-archive/contract';
import { mediaDescription } from '@altis/media-description/contract';
import { results } from '@altis/results/contract';
import { beginUpload, idOfUpload, startAltis, uploadFile, waitFor, type Altis, type TestUser } from '@altis/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playByPlay, unit } from '../systems/media-description/tests/game-messages.ts';

let altis: Altis;
let operator: TestUser;
let folder: string;
let before: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-bad-input-'));
  altis = await startAltis({ env: { ALTIS_RESULTS_COMPETITION: 'XWG2030' } });
  operator = await altis.signIn('operator');
  before = await readdir(tmpdir());
});
afterAll(async () => {
  await altis?.stop();
  await rm(folder, { recursive: true, force: true });
});

const good = playByPlay(1, [], unit);
const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const refused: [name: string, body: NonNullable<RequestInit['body']>, status: number, said: RegExp][] = [
  ['no bytes', '', 400, /empty/],
  ['a message that breaks off', good.slice(0, -60), 400, /line \d+, column \d+/],
  ['an entity bomb', good.replace('?>', `?>${bomb}`), 400, /document type|DOCTYPE/i],
  [
    'a reference to a file',
    good.replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    400,
    /document type|DOCTYPE/i,
  ],
  ['nesting without end', `${good.slice(0, good.indexOf('<Actions'))}${'<a>'.repeat(100_000)}`, 400, /deep|nest/i],
  ['another encoding', new Uint8Array(Buffer.from(good.replace('"TEST"', '"T\u00c9ST"'), 'latin1')), 400, /UTF-8/],
  ['a wrong RSC', playByPlay(1, [], 'IHOM'), 400, /RSC/],
  ['a message of another Games', good.replace('XWG2030', 'OWG2026'), 409, /OWG2026.*XWG2030/],
  ['a video', new Uint8Array(Buffer.from('0000002066747970', 'hex')), 400, /line 1|UTF-8|XML/i],
];

test.each(refused)(
  '%s instead of a message is refused, naming the file, the place and the remedy',
  async (_name, body, status, said) => {
    const headers = { 'content-type': 'application/xml' };
    const answer = await operator.fetch('/api/results/messages?file=feed-17.xml', { method: 'POST', headers, body });
    const told = (await answer.json()) as { message: string; data: { remedy: string } };
    expect([answer.status, told.message]).toEqual([status, expect.stringMatching(said)]);
    expect(told.message).toContain('feed-17.xml');
    expect(told.data.remedy).toMatch(/\w/);
    await expect(operator.api(results).units.read({ rsc: unit })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  },
);

/** Files that are no whole video, as they come from venues. */
async function badVideos(): Promise<string[]> {
  const at = (name: string): string => join(folder, name);
  await makeNumberedVideo(at('whole.mp4'), { frameCount: 100, rate: '25', encoding: ['-g', '25'] });
  const whole = await readFile(at('whole.mp4'));
  await writeFile(at('empty.mp4'), '');
  await writeFile(at('notes.mp4'), 'These are only words.\n'.repeat(100));
  await writeFile(at('cut-short.mp4'), whole.subarray(0, whole.length / 3));
  await writeFile(at('head-only.mkv'), Buffer.from('1a45dfa3a342868101', 'hex'));
  await writeFile(at('noise.ts'), Buffer.from(Array.from({ length: 50_000 }, (_, n) => (n * 7919) % 251)));
  await writeFile(at('sound.mp4'), await soundOnly(at('sound.m4a')));
  return ['empty.mp4', 'notes.mp4', 'cut-short.mp4', 'head-only.mkv', 'noise.ts', 'sound.mp4'];
}

async function soundOnly(path: string): Promise<Buffer> {
  await makeNumberedVideo(path, { frameCount: 50, rate: '25', burstsAtMs: [500], encoding: ['-vn', '-c:a', 'aac'] });
  return readFile(path);
}

test.skipIf(!hasFfmpeg)(
  'what is no video fails everywhere with its name, the reason and the remedy, and leaves nothing behind',
  async () => {
    const description = operator.api(mediaDescription);
    const archive = operator.api(mediaArchive);
    for (const name of await badVideos()) {
      const upload = await uploadFile(operator, join(folder, name));
      const session = await description.sessions.create({ unit, upload, startsAt: '2030-02-22T15:00:00Z' });
      const imported = await archive.imports.create({ upload });
      const failed = await waitFor(`${name} to fail`, async () => {
        const described = await description.sessions.read({ id: session.id });
        const entry = (await archive.imports.list({})).items.find(({ id }) => id === imported.id);
        return (
          described.state !== 'preparing' &&
          entry !== undefined &&
          !['waiting', 'running'].includes(entry.state) && [described, entry]
        );
      });
      for (const { state, reason, remedy } of failed) {
        expect([name, state, reason]).toEqual([name, 'failed', expect.stringContaining(name)]);
        expect(remedy).toMatch(/\w{3}/);
      }
    }
    expect((await archive.search.find({})).total.count).toBe(0);
  },
);

test('an upload that breaks off is no file yet, says so, and can be taken back', async () => {
  const path = await beginUpload(operator, 1_000, 'broken-off.mp4');
  const tus = { 'tus-resumable': '1.0.0' };
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  await operator.fetch(path, { method: 'PATCH', headers, body: 'x'.repeat(400) });
  const upload = idOfUpload(path);
  const tell = {
    code: 'CONFLICT',
    message: expect.stringContaining('broken-off.mp4'),
    data: { remedy: expect.stringContaining('Resume') },
  };
  await expect(operator.api(mediaArchive).imports.create({ upload })).rejects.toMatchObject(tell);
  await expect(
    operator.api(mediaDescription).sessions.create({ unit, upload, startsAt: '2030-02-22T15:00:00Z' }),
  ).rejects.toMatchObject(tell);
  expect((await operator.fetch(path, { method: 'DELETE', headers: tus })).status).toBe(204);
  await expect(operator.api(mediaArchive).imports.create({ upload })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('after all of it nothing is half-done: no job, no file on its way, and the server is well', async () => {
  for (const state of ['waiting', 'running'] as const)
    expect((await operator.api(jobs).list({ state })).items).toEqual([]);
  const list = (name: string): Promise<string[]> =>
    readdir(join(altis.dataDirectory, name), { recursive: true }).catch(() => []);
  expect(await list('uploads')).toEqual([]);
  expect(await list('objects/incoming')).toEqual([]);
  expect((await list('scratch')).filter((name) => name.includes('.'))).toEqual([]);
  const left = (await readdir(tmpdir())).filter(
    (name) => /^altis-(clip|session|media)/.test(name) && !before.includes(name),
  );
  expect(left).toEqual([]);
  expect(await (await operator.fetch('/health')).json()).toMatchObject({ status: 'ok' });
});
