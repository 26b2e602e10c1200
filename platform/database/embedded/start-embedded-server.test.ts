import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parentOf, readServerFile } from './leftover-server.ts';

/** A process that stands for Altis: it opens the database of a directory and tells its address. */
const altis = `
  import { startDatabaseServer } from '@altis/database';
  import { silentLog } from '@altis/kernel';
  try {
    const server = await startDatabaseServer({ directory: process.argv[1], log: silentLog });
    process.on('SIGTERM', () => server.stop().then(() => process.exit()));
    console.log(server.url);
  } catch (error) {
    console.log(error.code + ': ' + error.message + ' ' + error.remedy);
  }`;

let base: string;
/** The cluster that all tests share which need no new one. */
let directory: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'altis-embedded-'));
  await chmod(base, 0o755);
  directory = join(base, 'database');
});

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

afterAll(() => rm(base, { recursive: true, force: true }));

function launchAltis(where = directory, uid?: number): ChildProcess {
  const as = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', altis, where], {
    ...as,
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return child;
}

async function answerOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line;
  return 'ended without an answer';
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client(url);
  // A server that is killed on purpose breaks the connections of other tests' helpers.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const cluster = () => join(directory, 'postgresql-18');

test('what was acknowledged is there after Altis was killed, whose server ends by itself', async () => {
  const first = launchAltis();
  const url = await answerOf(first);
  await query(url, 'create table kept (id int)');
  for (let round = 1; round <= 3; round += 1) {
    await query(url, `insert into kept values (${round})`);
    started.at(-1)!.kill('SIGKILL');
    // At once: the server of the killed one may be running, stopping or gone.
    expect(await answerOf(launchAltis())).toBe(url);
    expect(await query(url, 'select count(*)::int as n from kept')).toEqual([{ n: round }]);
  }
  started.at(-1)!.kill('SIGKILL');
  await expect.poll(() => readServerFile(cluster()), { timeout: 20_000 }).toBeUndefined();
});

test('a server whose keeper was killed too is stopped before the next one starts', async () => {
  const url = await answerOf(launchAltis());
  const orphan = (await readServerFile(cluster()))!.pid;
  const keeper = await parentOf(orphan);
  process.kill(keeper, 'SIGKILL');
  started[0]!.kill('SIGKILL');
  expect(await answerOf(launchAltis())).toBe(url);
  expect((await readServerFile(cluster()))!.pid).not.toBe(orphan);
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server that was killed is started again', async () => {
  const url = await answerOf(launchAltis());
  process.kill((await readServerFile(cluster()))!.pid, 'SIGKILL');
  await expect
    .poll(() => query(url, 'select 1 as one').catch(() => 'not yet'), { timeout: 20_000 })
    .toEqual([{ one: 1 }]);
});

test('two directories have two servers, however long their paths; one directory has one', async () => {
  const url = await answerOf(launchAltis());
  const other = await answerOf(launchAltis(join(base, 'the data of Altis '.repeat(10), 'x'.repeat(100))));
  expect(await query(other, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await answerOf(launchAltis())).toMatch(/^CONFLICT: Another Altis is using .*ALTIS_DATA/);
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('an initialisation that was interrupted is done again', async () => {
  const fresh = join(base, 'fresh');
  const interrupted = launchAltis(fresh);
  await expect
    .poll(() => readdir(fresh).catch(() => []), { interval: 5, timeout: 20_000 })
    .toContainEqual(expect.stringContaining('unfinished'));
  interrupted.kill('SIGKILL');
  const url = await answerOf(launchAltis(fresh));
  expect(await query(url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await readdir(fresh)).toEqual(['libraries', 'postgresql-18']);
});

test.runIf(process.getuid!() === 0)(
  'root, a user, and a user without a name all get a server where they may be',
  async () => {
    // No other account may enter: the files stay root's, and the server sees itself as another user.
    const closed = join(base, 'closed');
    await mkdir(closed, { mode: 0o700 });
    expect(await query(await answerOf(launchAltis(join(closed, 'database'))), 'select 1 as one')).toEqual([{ one: 1 }]);
    for (const uid of [65_534, 54_321]) {
      const own = join(base, `of-${uid}`);
      await mkdir(own);
      await chown(own, uid, uid);
      expect(await query(await answerOf(launchAltis(own, uid)), 'select 1 as one')).toEqual([{ one: 1 }]);
    }
  },
);
