import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { results as published } from '@altis/results/contract';
import { startAltis, waitFor, type Altis } from '@altis/testing';
import { playByPlay, schedule, unit } from './hockey-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let altis: Altis;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-inbox-'));
  altis = await startAltis({ systems: ['results'], env: { ALTIS_RESULTS_WATCH_FOLDER: folder } });
});
afterAll(async () => {
  await altis?.stop();
  await rm(folder, { recursive: true, force: true });
});

const game = (version: number): string =>
  playByPlay(
    version,
    Array.from({ length: version }, (_, index) => ({ id: `A${index + 1}`, order: index + 1, score: [index + 1, 0] })),
    { time: `15${String(version).padStart(2, '0')}00000` },
  );

const send = (body: string): Promise<Response> =>
  altis.administrator.fetch('/api/results/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body,
  });

const acceptedVersions = async (): Promise<number[]> => {
  const { items } = await altis.administrator.api(published).messages.list({ unit, limit: 200 });
  return items.map(({ version }) => version).toSorted((left, right) => left - right);
};

test('killed while messages come in, every acknowledged one is there exactly once, and a resend completes the rest', async () => {
  const acknowledged: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    const versions = Array.from({ length: 10 }, (_, index) => round * 10 + index + 1);
    const sending = versions.map(async (version) => {
      const response = await send(game(version)).catch(() => undefined);
      if (response?.ok === true) acknowledged.push(version);
    });
    // A different moment in each round: after so many answers.
    await waitFor('some answers', () => acknowledged.length >= round * 10 + round * 3);
    await altis.kill();
    await Promise.all(sending);
    await altis.start();

    const kept = await acceptedVersions();
    expect(kept).toEqual([...new Set(kept)]);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    for (const version of versions) expect((await send(game(version))).ok).toBe(true);
    acknowledged.push(...versions);
  }
  expect(await acceptedVersions()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  const { actions } = await altis.administrator.api(published).units.read({ rsc: unit });
  expect(actions).toHaveLength(20);
});

test('files of the watched folder are taken in by name, once, and put away', async () => {
  await writeFile(join(folder, '.half'), schedule(2, 'RUNNING'));
  await writeFile(join(folder, '01-schedule.xml'), schedule(1));
  await rename(join(folder, '.half'), join(folder, '02-schedule.xml'));
  await writeFile(join(folder, '03-broken.xml'), schedule(3).replace('</Competition>', ''));
  await mkdir(join(folder, 'a-folder.xml'));
  await waitFor(
    'the files to be put away',
    async () => (await readdir(folder)).toSorted().join() === 'a-folder.xml,done,refused',
  );
  expect(await readdir(join(folder, 'done'))).toEqual(['01-schedule.xml', '02-schedule.xml']);
  expect(await readdir(join(folder, 'refused'))).toEqual(['03-broken.xml', '03-broken.xml.reason.txt']);
  expect(await readFile(join(folder, 'refused/03-broken.xml.reason.txt'), 'utf8')).toMatch(
    /^03-broken\.xml: .*\(line \d+, column \d+\)\n.+\n$/,
  );
  const { items } = await altis.administrator.api(published).messages.list({ limit: 3 });
  expect(items.map(({ origin, outcome }) => [origin, outcome])).toEqual([
    ['03-broken.xml', 'refused'],
    ['02-schedule.xml', 'replaces'],
    ['01-schedule.xml', 'new'],
  ]);
});

test('a file that is still written to is not taken in, however slowly that goes', async () => {
  const whole = schedule(4);
  await writeFile(join(folder, '04-slow.xml'), whole.slice(0, -30));
  // Goes after it, so that the slow one was looked at as often.
  await writeFile(join(folder, '05-next.xml'), schedule(5));
  const isDone = (name: string) => async () => (await readdir(join(folder, 'done'))).includes(name);
  await waitFor('the next file to be put away', isDone('05-next.xml'));
  await appendFile(join(folder, '04-slow.xml'), whole.slice(-30));
  await waitFor('the slow file to be put away', isDone('04-slow.xml'));
  expect((await readdir(join(folder, 'refused'))).filter((name) => name.startsWith('04'))).toEqual([]);
});

test('a file that was taken in but not put away before a kill is found to be a duplicate', async () => {
  await altis.kill();
  await writeFile(join(folder, '01-schedule.xml'), schedule(1));
  await altis.start();
  await waitFor('the file to be put away', async () =>
    (await readdir(join(folder, 'done'))).includes('01-schedule-2.xml'),
  );
  const { items } = await altis.administrator.api(published).messages.list({ limit: 200 });
  expect(items.filter(({ origin }) => origin === '01-schedule.xml')).toHaveLength(1);
});
