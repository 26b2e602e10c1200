import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { isOutOfSpace, storageFull } from './storage-full.ts';

/**
 * Runs `write` on a temporary name beside `out` and gives the result its name only when it is complete and on the disk
 * (fsync of the file, rename, fsync of the folder); whatever goes wrong, no half file is ever seen under `out`
 * and the temporary file is removed.
 */
export async function writeWhole<T>(out: string, write: (partialPath: string) => Promise<T>): Promise<T> {
  const partialPath = `${out}.part`;
  // A leftover of a killed process may still be open there: unlinked, it can no longer reach the new file.
  await rm(partialPath, { force: true });
  try {
    const result = await write(partialPath);
    await syncToDisk(partialPath);
    await rename(partialPath, out);
    await syncToDisk(dirname(out));
    return result;
  } catch (error) {
    await rm(partialPath, { force: true });
    throw isOutOfSpace(error) ? storageFull(`writing “${basename(out)}”`, error) : error;
  }
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
