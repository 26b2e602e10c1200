import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { FeedArchive, results as published } from '@altis/results/contract';
import { identity } from '@altis/identity/contract';
import { repositoryRoot, startAltis, waitFor, type Altis, type TestUser } from '@altis/testing';
import { message, playByPlay, schedule, unit } from './hockey-feed.ts';

const runFile = promisify(execFile);

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let altis: Altis;
let folder: string;
let operator: TestUser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altis-inbox-'));
  altis = await startAltis({
    systems: ['results'],
    env: { ALTIS_RESULTS_WATCH_FOLDER: folder, ALTIS_RESULTS_KEEP_ALIVE_SECONDS: '1' },
  });
  operator = await altis.signIn('operator');
});
afterAll(async () => {
  await altis?.stop();
  await rm(folder, { recursive: true, force: true });
});

const goal = (number: number) => ({ id: `A${number}`, order: number, score: [number, 0] as const });
const game = (version: number): string =>
  playByPlay(
    version,
    Array.from({ length: version }, (_, index) => goal(index + 1)),
  );

async function bringIn(name: string, body: Uint8Array): Promise<FeedArchive> {
  return ended((await send(name, body)).id);
}

async function send(name: string, body: Uint8Array): Promise<FeedArchive> {
  const response = await operator.fetch(`/api/results/archive?file=${name}`, {
    method: 'POST',
    body: Buffer.from(body),
  });
  expect(response.status).toBe(202);
  return FeedArchive.parse(await response.json());
}

async function archiveOf(id: string): Promise<FeedArchive | undefined> {
  return (await operator.api(published).feed.archives()).items.find((each) => each.id === id);
}

async function ended(id: string): Promise<FeedArchive> {
  let archive: FeedArchive | undefined;
  await waitFor(`the archive ${id}`, async () => {
    archive = await archiveOf(id);
    return archive?.state === 'done' || archive?.state === 'failed';
  });
  return archive!;
}

test('each message of an archive is taken in, and what is wrong is told by entry', async () => {
  const files: Zippable = {
    'IHO/2030-02-22/15/1-schedule.xml': [strToU8(schedule(1)), { level: 0 }],
    'IHO/2030-02-22/15/2-game.xml': strToU8(game(2)),
    'IHO/2030-02-22/15/3-broken.xml': strToU8('<OdfBody>'),
    'IHO/2030-02-22/16/4-again.xml': strToU8(schedule(1)),
    'IHO/readme.txt': strToU8('hello'),
    '../../outside.xml': strToU8(game(9)),
    '/etc/outside.xml': strToU8(game(9)),
    '__MACOSX/IHO/._1.xml': strToU8('x'),
    'bomb.xml': new Uint8Array(65 * 1024 * 1024),
    'IHO/2030-02-22/16/5-game.xml': strToU8(game(3)),
  };
  const archive = await bringIn('day.zip', zipSync(files));
  expect(archive).toMatchObject({
    state: 'done',
    reason: null,
    outcomes: { new: 2, replaces: 1, duplicate: 1, refused: 1 },
    faultCount: 5,
  });
  expect(archive.faults.map(({ entry, reason }) => `${entry}: ${reason}`)).toEqual([
    expect.stringMatching(/^IHO.*3-broken\.xml: .*line 1/),
    expect.stringMatching(/^IHO\/readme\.txt: .*no \*\.xml/),
    expect.stringMatching(/^\.\.\/\.\.\/outside\.xml: .*leads out/),
    expect.stringMatching(/^\/etc\/outside\.xml: .*leads out/),
    expect.stringMatching(/^bomb\.xml: .*64 MiB/),
  ]);
  expect((await operator.api(published).units.read({ rsc: unit })).actions).toHaveLength(3);
});

test('what is no archive, or cut short, says so; what came before the damage is taken in', async () => {
  expect(await bringIn('none.zip', strToU8('<OdfBody/>'))).toMatchObject({
    outcomes: {},
    faults: [{ reason: expect.stringContaining('does not begin as a ZIP') }],
  });
  const noise = Array.from({ length: 20_000 }, (_, index) => ((index * 7919) % 9973).toString(36)).join(' ');
  const whole = zipSync({ '1.xml': strToU8(game(4)), '2.xml': strToU8(`<!-- ${noise} -->${game(5)}`) });
  const cut = await bringIn('cut.zip', whole.subarray(0, whole.length - 20_000));
  expect(cut).toMatchObject({ outcomes: { replaces: 1 }, faults: [{ entry: '2.xml' }] });
});

test('very many empty files hold up nothing, and are told as one fault with the first names', async () => {
  const empties = Array.from({ length: 3_000 }, (_, index) => [`${index}.xml`, new Uint8Array()] as const);
  const archive = await bringIn(
    'empty.zip',
    zipSync({ ...Object.fromEntries(empties), 'z.xml': strToU8(game(5)) }, { level: 0 }),
  );
  expect(archive).toMatchObject({ outcomes: { replaces: 1 }, faultCount: 3_000 });
  expect(archive.faults).toEqual([
    {
      entry: '0.xml, 1.xml, 2.xml …',
      reason: expect.stringMatching(/^3000 files are empty/),
      remedy: expect.any(String),
    },
  ]);
});

test('an archive whose job is cancelled stops, tells what was taken in of it, and lets the next one come', async () => {
  const count = 2_000;
  const files = Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.xml`, strToU8(`<${index}`)]));
  const { id, job } = await send('long.zip', zipSync(files));
  const refusedOf = async () => (await archiveOf(id))?.outcomes['refused'] ?? 0;
  await waitFor('the first messages', async () => (await refusedOf()) > 0);
  await operator.api(published).feed.stop({ job });
  expect(await bringIn('next.zip', zipSync({ '1.xml': strToU8(game(5)) }))).toMatchObject({
    outcomes: { duplicate: 1 },
  });
  expect(await archiveOf(id)).toMatchObject({ state: 'cancelled' });
  expect(await refusedOf()).toBeLessThan(count);
});

test('the archive of a day has the messages as they came, in their order, and brings nothing new to where they are', async () => {
  const { items } = await operator.api(published).messages.list({ limit: 200 });
  const kept = items.filter(({ outcome }) => outcome !== 'refused').toReversed();
  const day = kept[0]!.receivedAt.slice(0, 10);
  const response = await operator.fetch(`/api/results/archive/${day}.zip`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const files = unzipSync(bytes);
  expect(
    Object.keys(files)
      .toSorted()
      .map((name) => /message_\w+/.exec(name)?.[0]),
  ).toEqual(kept.map(({ id }) => id));
  expect(Object.values(files).map((file) => Buffer.from(file).toString())).toContain(game(3));
  expect(await bringIn('back.zip', bytes)).toMatchObject({ outcomes: { duplicate: kept.length }, faultCount: 0 });
  expect((await operator.fetch('/api/results/archive/someday.zip')).status).toBe(400);
});

test('folders within the watched folder are taken in by path, and archives by a job', async () => {
  await mkdir(join(folder, 'IHO/2030-02-22/17'), { recursive: true });
  await writeFile(join(folder, 'IHO/2030-02-22/17/1.xml'), game(6));
  await writeFile(join(folder, 'later.zip'), zipSync({ 'IHO/2030-02-22/18/1.xml': strToU8(game(7)) }));
  await waitFor('the files to be put away', async () => {
    const done = (await readdir(join(folder, 'done'), { recursive: true })).toSorted().join();
    return done === 'IHO,IHO/2030-02-22,IHO/2030-02-22/17,IHO/2030-02-22/17/1.xml,later.zip';
  });
  const archives = await operator.api(published).feed.archives();
  expect(await ended(archives.items[0]!.id)).toMatchObject({ name: 'later.zip', outcomes: { replaces: 1 } });
  const { items } = await operator.api(published).messages.list({ limit: 2 });
  expect(items.map(({ origin }) => origin).toSorted()).toEqual([
    'IHO/2030-02-22/17/1.xml',
    'later.zip/IHO/2030-02-22/18/1.xml',
  ]);
});

test('a source whose keep-alives stay away is an alarm, on the page and in the log', async () => {
  const headers = { 'content-type': 'application/xml' };
  const body = message({ documentType: 'DT_KA', version: 1, source: 'ARNIHO9' }, undefined);
  await operator.fetch('/api/results/messages', { method: 'POST', headers, body });
  await waitFor('the alarm', async () => /ARNIHO9.*is silent|is silent.*ARNIHO9/.test(altis.output()));
  const { sources } = await operator.api(published).feed.read();
  expect(sources.find(({ source }) => source === 'ARNIHO9')).toMatchObject({ state: 'silent' });
});

/** Runs a command in the name of the operator. */
async function commandLine(): Promise<(...args: string[]) => Promise<{ stdout: string }>> {
  const scopes = ['results.feed.read', 'results.feed.manage', 'results.message.send'];
  const { secret } = await operator.api(identity).tokens.create({ name: 'feed', scopes, expiresInDays: 1 });
  const env = { ...process.env, ALTIS_URL: altis.url, ALTIS_TOKEN: secret };
  return (...args) => runFile(process.execPath, ['apps/cli/main.ts', ...args], { cwd: repositoryRoot, env });
}

test('of files that are sent from the command line, one that is refused stops no other, and is told at the end', async () => {
  const altisCommand = await commandLine();
  const files = ['1-broken.xml', '2-game.xml', '3-gone.xml', '4-game.xml'].map((name) => join(folder, '.sent', name));
  await mkdir(join(folder, '.sent'));
  for (const [index, text] of [
    [0, '<OdfBody>'],
    [1, game(5)],
    [3, game(5)],
  ] as const)
    await writeFile(files[index]!, text);
  const sent = await altisCommand('send', ...files).catch((error: unknown) => error);
  expect(sent).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /1-broken\.xml: refused\n.*2-game\.xml: \w+ .*\n(?: .*\n)*.*3-gone\.xml: refused\n.*4-game\.xml: duplicate/,
    ),
    stderr: expect.stringMatching(
      /^Refused: 2 of 4\.\n +\S+1-broken\.xml: .*line 1.*\n +\S+3-gone\.xml: .*no such file/,
    ),
  });
});

test('a feed is recorded, imported and replayed from the command line', async () => {
  const altisCommand = await commandLine();
  const results = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await altisCommand('results', ...args);
    return stdout.trim().split('\n');
  };
  const recording = join(folder, '.recording');
  const [path = ''] = await results('record', recording);
  expect(await results('import', path)).toEqual([expect.stringMatching(/: \d+ duplicate$/)]);

  await mkdir(join(recording, 'feed/later'), { recursive: true });
  await writeFile(join(recording, 'feed/b.xml'), playByPlay(8, [goal(1)], { time: '180000000' }));
  await writeFile(join(recording, 'feed/later/a.xml'), playByPlay(9, [goal(1), goal(2)], { time: '180001000' }));
  await writeFile(join(recording, 'feed/a.xml'), 'nothing');
  await mkdir(join(recording, 'feed/folder.xml'));
  await symlink(join(recording, 'gone'), join(recording, 'feed/gone.xml'));
  const startedMs = performance.now();
  expect(await results('replay', join(recording, 'feed'), '--speed', '4')).toEqual([
    'a.xml: left out. Its header cannot be read.',
    expect.stringMatching(/^gone\.xml: left out\. It cannot be read: /),
    '1/2 2030-02-22T18:00:00.000Z b.xml: replaces',
    '2/2 2030-02-22T18:00:01.000Z later/a.xml: replaces',
  ]);
  expect(performance.now() - startedMs).toBeGreaterThan(250);
  const [left] = (await results('replay', path, '--speed', '0', '--from', '2030-02-22T15:06:00Z')).slice(-1);
  expect(left).toMatch(/duplicate$/);
  expect((await results('reprocess')).at(-1)).toBe('100 %');
});
