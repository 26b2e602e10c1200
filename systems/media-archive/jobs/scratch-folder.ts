import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dataConfig } from '@altis/config';
import type { Room } from '@altis/system';
import type { Tables } from '../store/tables.ts';

/**
 * Lends a folder to one run of a job, on the disk of the store so that results are moved and not copied. It has the
 * job's own name: what a killed run left there is gone when the job runs again.
 */
export async function inScratchFolder<Result>(
  room: Room<Tables>,
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = join(room.config.section(dataConfig).directory, 'scratch', room.name, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
