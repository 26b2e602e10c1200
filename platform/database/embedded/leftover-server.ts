import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { problem, type Log } from '@altis/kernel';
import { ownerOfKeeper } from './keeper.ts';

const pollMs = 50;
const fastShutdownMs = 30_000;
const longestWaitMs = 60_000;

/**
 * Deals with the server that an earlier Altis left in a cluster: waits for one that is stopping, stops an orphan, and
 * forgets one that is gone. Afterwards nothing runs there.
 * @throws Problem `CONFLICT` when another Altis is using it.
 */
export async function settleLeftoverServer(cluster: string, log: Log): Promise<void> {
  const startedAtMs = Date.now();
  let interruptedAtMs: number | undefined;
  for (;;) {
    const found = await readServerFile(cluster);
    if (found === undefined) return;
    if (!(await isServerOf(found.pid, cluster))) {
      // The number in the file belongs to no process now, or to one that has nothing to do with us.
      await rm(join(cluster, serverFileName), { force: true });
      return;
    }
    const owner = await ownerOf(found.pid);
    if (owner === 'alive') throw inUse(cluster);
    if (owner === 'none' && found.status !== 'stopping' && interruptedAtMs === undefined) {
      log.warn({ pid: found.pid }, 'Stopping the database server that an earlier Altis left behind.');
      process.kill(found.pid, 'SIGINT');
      interruptedAtMs = Date.now();
    }
    if (interruptedAtMs !== undefined && Date.now() - interruptedAtMs > fastShutdownMs)
      process.kill(found.pid, 'SIGQUIT');
    if (Date.now() - startedAtMs > longestWaitMs) throw inUse(cluster);
    await delay(pollMs);
  }
}

const serverFileName = 'postmaster.pid';

/** What a running server says of itself in `postmaster.pid`: process on line 1, socket directory on 5, status on 8 (miscadmin.h). */
export async function readServerFile(
  cluster: string,
): Promise<{ pid: number; socketDirectory: string; status: string } | undefined> {
  const text = await readFile(join(cluster, serverFileName), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, socketDirectory: lines[4]?.trim() ?? '', status: lines[7]?.trim() ?? '' };
}

/** Whether a process is the server of a cluster, rather than one that got its number later. */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const args = await commandLine(pid);
  const directory = args[args.indexOf('-D') + 1];
  return (
    args.includes('-D') && directory !== undefined && (await realpath(directory).catch(() => directory)) === cluster
  );
}

/** Whether the Altis that started a server lives, is gone with the keeper about to stop the server, or nobody will stop it. */
async function ownerOf(pid: number): Promise<'alive' | 'gone' | 'none'> {
  const keeper = await parentOf(pid);
  const owner = ownerOfKeeper(await commandLine(keeper));
  if (owner === undefined) return 'none';
  // A process whose parent ended is handed to another.
  return (await parentOf(keeper)) === owner ? 'alive' : 'gone';
}

/** The process that started a process, or NaN when it is gone (proc(5)). */
export async function parentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
}

async function commandLine(pid: number): Promise<string[]> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
}

function inUse(cluster: string) {
  return problem('CONFLICT', `Another Altis is using the database in ${cluster}.`, {
    remedy: 'Stop that one first, or set ALTIS_DATA to another directory to run both.',
  });
}
