import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dataConfig } from '@altis/config';
import type { Room } from './room.ts';

type Place = Pick<Room<never>, 'name' | 'config'>;

/**
 * Lends a folder to one run of a job, on the disk of the store so that results are moved and not copied. `name` is the
 * job's own: what a killed run left there is gone when the job runs again.
 */
export async function inScratchFolder<Result>(
  room: Place,
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = join(scratchOf(room), name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what killed runs of a system left, also of jobs that are not wanted any more. To be called before jobs run. */
export async function emptyScratch(room: Place): Promise<void> {
  await rm(scratchOf(room), { recursive: true, force: true });
}

function scratchOf({ name, config }: Place): string {
  return join(config.section(dataConfig).directory, 'scratch', name);
}
