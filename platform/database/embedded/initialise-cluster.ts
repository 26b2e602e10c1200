import { chown, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { problem } from '@altis/kernel';
import { commandFor, type Account } from './choose-account.ts';
import { keptCommand } from './keeper.ts';
import type { Engine } from './prepare-engine.ts';
import { runToEnd } from './run-to-end.ts';

/** Makes the files of an empty cluster where there are none. They appear whole or not at all. */
export async function initialiseCluster(options: {
  readonly engine: Engine;
  readonly account: Account;
  readonly cluster: string;
  readonly durable: boolean;
}): Promise<void> {
  const { engine, account, cluster } = options;
  await removeInterrupted(cluster);
  if (await exists(cluster)) return;
  const unfinished = `${cluster}${unfinishedMark}${process.pid}`;
  await mkdir(unfinished, { mode: 0o700 });
  if (account.kind === 'other') await chown(unfinished, account.uid, account.gid);
  const args = [`--pgdata=${unfinished}`, ...settings, ...(options.durable ? [] : ['--no-sync'])];
  const kept = keptCommand(unfinished, engine.initdb, args);
  const result = await runToEnd(commandFor(account, kept.program, kept.args), engine.environment);
  if (result.exitCode !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    throw problem(
      'UNAVAILABLE',
      `The database could not be prepared in ${dirname(cluster)}: ${lastLine(result.output)}`,
      {
        remedy:
          'Check that there are 100 MB of free space and the right to write, or set ALTIS_DATA to another directory.',
      },
    );
  }
  await rename(unfinished, cluster);
  await syncDirectory(dirname(cluster));
}

const unfinishedMark = '.unfinished-';

/** Collation by code point, the same on every machine; pages sort for their reader's language themselves. */
const settings = [
  '--username=altis',
  // Whoever reaches the socket's directory, which is closed to other users, is the owner.
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

/** Removes what an initialisation left whose process is gone. */
async function removeInterrupted(cluster: string): Promise<void> {
  const start = basename(cluster) + unfinishedMark;
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(start)) continue;
    const pid = Number(name.slice(start.length));
    if (pid === process.pid || !(await exists(`/proc/${pid}`))) {
      // The interrupted program may be removing its files at this moment.
      await rm(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 10 });
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function syncDirectory(path: string): Promise<void> {
  await using directory = await open(path);
  await directory.sync();
}

function lastLine(output: string): string {
  return (
    output
      .trim()
      .split('\n')
      .findLast((line) => line.includes('error') || line.includes('fatal')) ?? output.trim().split('\n').at(-1)!
  );
}
