import { link, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf, problem } from '@altis/kernel';
import type { Incoming } from '../incoming.ts';
import { digestOf, type ObjectId } from '../object-id.ts';
import type { LocalFile } from '../object-store.ts';

/** Local copies of objects that live elsewhere, the least used of which make room for new ones. */
export interface Cache {
  /** The path of a copy that stays until it is released. */
  lend(id: ObjectId): Promise<LocalFile>;
  forget(id: ObjectId): Promise<void>;
}

const usualLimitBytes = 10 * 1024 ** 3;

/**
 * Opens the cache of a store. A copy is lent as a hard link of its own (link(2)), so that another process which makes room or
 * deletes the object takes nothing away from a program that has the file's path.
 */
export async function createCache(options: {
  readonly directory: string;
  readonly incoming: Incoming;
  readonly limitBytes: number | undefined;
  readonly download: (id: ObjectId) => Promise<AsyncIterable<Uint8Array>>;
}): Promise<Cache> {
  const { incoming, limitBytes = usualLimitBytes } = options;
  const directory = join(options.directory, 'cache');
  await mkdir(directory, { recursive: true });
  const pathOf = (id: ObjectId) => join(directory, digestOf(id));
  const downloads = new Map<ObjectId, Promise<void>>();

  async function download(id: ObjectId): Promise<void> {
    const received = await incoming.receive(await options.download(id), { expectedSha256: digestOf(id) });
    await rename(received.path, pathOf(id));
    await makeRoom(directory, limitBytes, digestOf(id));
  }

  /** Downloads an object once, however many ask for it. */
  function downloadOnce(id: ObjectId): Promise<void> {
    const running = downloads.get(id) ?? download(id).finally(() => downloads.delete(id));
    downloads.set(id, running);
    return running;
  }

  return {
    lend: async (id) => {
      const path = incoming.newPath();
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        if (await linked(pathOf(id), path)) return { path, release: () => rm(path, { force: true }) };
        await downloadOnce(id);
      }
      throw problem('STORAGE_FULL', `The object ${id} does not stay in the cache ${directory}.`, {
        remedy: 'Let the cache have more of the disk than the largest files in use need.',
      });
    },
    forget: (id) => rm(pathOf(id), { force: true }),
  };
}

async function linked(copy: string, path: string): Promise<boolean> {
  try {
    await link(copy, path);
    const now = new Date();
    await utimes(path, now, now);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Removes the copies that were lent the longest ago until the rest is within the limit; the newest stays in any case. */
async function makeRoom(directory: string, limitBytes: number, newest: string): Promise<void> {
  const copies: { name: string; sizeBytes: number; lentMs: number }[] = [];
  for (const name of await readdir(directory)) {
    const found = await stat(join(directory, name)).catch(() => undefined);
    if (found !== undefined)
      copies.push({ name, sizeBytes: found.size, lentMs: name === newest ? Infinity : found.mtimeMs });
  }
  copies.sort((a, b) => b.lentMs - a.lentMs);
  let keptBytes = 0;
  for (const { name, sizeBytes } of copies) {
    keptBytes += sizeBytes;
    if (keptBytes > limitBytes && name !== newest) await rm(join(directory, name), { force: true });
  }
}
