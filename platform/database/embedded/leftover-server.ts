import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { problem, type Log } from '@altis/kernel';
import { keeperName } from './keeper.ts';

const pollMs = 50;
/** A keeper whose Altis is gone tells the server within this time; one that does not has a living Altis. */
const keeperReactionMs = 3_000;
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
    const waitedMs = Date.now() - startedAtMs;
    if (found.status !== 'stopping' && interruptedAtMs === undefined) {
      if (!(await hasKeeper(found.pid))) {
        log.warn({ pid: found.pid }, 'Stopping the database server that an earlier Altis left behind.');
        process.kill(found.pid, 'SIGINT');
        interruptedAtMs = Date.now();
      } else if (waitedMs > keeperReactionMs) {
        throw inUse(cluster);
      }
    }
    if (interruptedAtMs !== undefined && Date.now() - interruptedAtMs > fastShutdownMs)
      process.kill(found.pid, 'SIGQUIT');
    if (waitedMs > longestWaitMs) throw inUse(cluster);
    await delay(pollMs);
  }
}

const serverFileName = 'postmaster.pid';

/** What a running server says of itself in `postmaster.pid`: its process on line 1, its status on line 8 (miscadmin.h). */
export async function readServerFile(cluster: string): Promise<{ pid: number; status: string } | undefined> {
  const text = await readFile(join(cluster, serverFileName), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : undefined;
}

async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const args = await commandLine(pid);
  const directory = args[args.indexOf('-D') + 1];
  return (
    args.includes('-D') && directory !== undefined && (await realpath(directory).catch(() => directory)) === cluster
  );
}

/** Whether the process was started by a keeper that still watches it. */
async function hasKeeper(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const parent = Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
  return (await commandLine(parent)).includes(keeperName);
}

async function commandLine(pid: number): Promise<string[]> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
}

function inUse(cluster: string) {
  return problem('CONFLICT', `Another Altis is using the database in ${cluster}.`, {
    remedy: 'Stop that one first, or set ALTIS_DATA to another directory to run both.',
  });
}
