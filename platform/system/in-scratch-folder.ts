import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dataConfig } from '@altis/config';
import { errorCodeOf } from '@altis/kernel';
import type { Room } from './room.ts';

type Place = Pick<Room<never>, 'name' | 'config'>;

/**
 * Lends a folder to one run of a job, on the disk of the store so that results are moved and not copied. Each run has a folder
 * of its own, since two jobs on the same thing may run at once; what a killed run left is removed at the next start.
 */
export async function inScratchFolder<Result>(
  place: Place,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const scratch = scratchOf(place);
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(join(scratch, 'run-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Removes what killed runs of a system left, also of jobs that are not wanted any more; what another living process with the
 * same data folder works on stays. To be called before jobs run.
 */
export async function emptyScratch(room: Place): Promise<void> {
  const folder = systemFolder(room);
  for (const owner of await readdir(folder).catch(() => [])) {
    if (!isAlive(owner)) await rm(join(folder, owner), { recursive: true, force: true });
  }
}

/** The process by its number, and by its start since numbers come again. */
const ownName = `${process.pid}-${Math.round(performance.timeOrigin)}`;

function isAlive(owner: string): boolean {
  const pid = Number(owner.split('-')[0]);
  if (pid === process.pid || !Number.isInteger(pid)) return owner === ownName;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCodeOf(error) === 'EPERM';
  }
}

function scratchOf(place: Place): string {
  return join(systemFolder(place), ownName);
}

function systemFolder({ name, config }: Place): string {
  return join(config.section(dataConfig).directory, 'scratch', name);
}
