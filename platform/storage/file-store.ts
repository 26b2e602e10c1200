import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCodeOf, problem } from '@altis/kernel';
import { explainStorageError } from './explain-storage-error.ts';
import { identifyFile, type Incoming } from './incoming.ts';
import { digestOf, type ObjectId } from './object-id.ts';
import { isRange, noSuchObject, noSuchRange, type ObjectStore } from './object-store.ts';

/** Keeps objects as files `objects/ab/ab12…`, a folder for each first byte so that none holds too many. */
export function createFileStore(directory: string, incoming: Incoming): ObjectStore {
  const pathOf = (id: ObjectId) => {
    const digest = digestOf(id);
    return join(directory, 'objects', digest.slice(0, 2), digest);
  };

  const store: ObjectStore = {
    put: async (source, options) => {
      const { path, ...object } = await incoming.receive(source, options);
      await adopt(path, pathOf(object.id)).catch(async (error: unknown) => {
        await rm(path, { force: true });
        throw explainStorageError(error, directory);
      });
      return object;
    },
    putFile: async (path, options) => {
      await requireFile(path);
      if (options?.move !== true) return store.put(createReadStream(path));
      // It keeps its own name until it has its final one, so that no moment loses it.
      const object = await identifyFile(path);
      await makeDurable(path);
      try {
        await adopt(path, pathOf(object.id));
      } catch (error) {
        if (errorCodeOf(error) !== 'EXDEV') throw explainStorageError(error, directory);
        const copy = await store.put(createReadStream(path));
        await rm(path);
        return copy;
      }
      return object;
    },
    read: async (id, range) => {
      if (range !== undefined && !isRange(range)) throw noSuchRange(id, range);
      const file = await open(pathOf(id)).catch((error: unknown) => {
        throw errorCodeOf(error) === 'ENOENT' ? noSuchObject(id) : error;
      });
      const { size } = await file.stat();
      if (range !== undefined && range.start >= size) {
        await file.close();
        throw noSuchRange(id, range, size);
      }
      return file.createReadStream(range === undefined ? {} : { start: range.start, end: range.end });
    },
    stat: async (id) => {
      try {
        return { id, sizeBytes: (await stat(pathOf(id))).size };
      } catch (error) {
        if (errorCodeOf(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    localPath: async (id) => {
      if ((await store.stat(id)) === undefined) throw noSuchObject(id);
      return { path: pathOf(id), release: async () => undefined };
    },
    delete: (id) => rm(pathOf(id), { force: true }),
  };
  return store;
}

/** Says which file is missing, before anything is begun. */
export async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === true) return;
  throw problem('INVALID_INPUT', `${path} is not a file that Altis can read.`, {
    remedy: 'Check the path and the rights of the user who runs Altis.',
  });
}

/** Gives a file that is on the disk its final name, on the disk as well. */
async function adopt(path: string, finalPath: string): Promise<void> {
  const folder = dirname(finalPath);
  if ((await mkdir(folder, { recursive: true })) !== undefined) {
    await makeDurable(dirname(folder));
    await makeDurable(dirname(dirname(folder)));
  }
  // Over an equal file too: a delete that ran a moment ago must not win against this put.
  await rename(path, finalPath);
  await makeDurable(folder);
}

async function makeDurable(path: string): Promise<void> {
  await using file = await open(path);
  await file.sync();
}
