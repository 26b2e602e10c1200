import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCodeOf, problem } from '@altis/kernel';
import type { PutOptions, StoredObject } from './object-store.ts';
import { explainStorageError } from './explain-storage-error.ts';

/** The place for files that are not objects yet, or only for a moment. They end with their process. */
export interface Incoming {
  /** A path that nobody else uses. */
  newPath(): string;
  /** Writes what the source yields into a new file, to the disk itself. Leaves nothing when it throws. */
  receive(source: AsyncIterable<Uint8Array>, options?: PutOptions): Promise<ReceivedFile>;
}

type ReceivedFile = StoredObject & { readonly path: string };

/** Opens the place in a store's directory, and removes the files of processes that are gone. */
export async function openIncoming(storeDirectory: string): Promise<Incoming> {
  const directory = join(storeDirectory, 'incoming');
  await mkdir(directory, { recursive: true });
  await removeLeftovers(directory);
  return {
    newPath: () => join(directory, newName()),
    receive: (source, options) => receive(join(directory, newName()), source, options),
  };
}

/** Reads a file as it will be named when it is stored. */
export async function identifyFile(path: string): Promise<StoredObject> {
  const measure = measuring();
  // The stream only measures; the bytes go nowhere.
  await pipeline(createReadStream(path), measure.pass, new Writable({ write: (_chunk, _encoding, done) => done() }));
  return measure.result();
}

async function receive(
  path: string,
  source: AsyncIterable<Uint8Array>,
  options: PutOptions = {},
): Promise<ReceivedFile> {
  const measure = measuring();
  try {
    const file = await open(path, 'wx', 0o444);
    await pipeline(source, measure.pass, file.createWriteStream({ flush: true }));
    const received = { ...measure.result(), path };
    const expected = options.expectedSha256?.toLowerCase();
    if (expected !== undefined && received.id !== `sha256-${expected}`) {
      throw problem(
        'INVALID_INPUT',
        `What arrived is not what was announced: sha256 ${expected} was, ${received.id.slice(7)} came.`,
        {
          remedy: 'It was damaged on its way or cut short; send it again.',
        },
      );
    }
    return received;
  } catch (error) {
    await rm(path, { force: true });
    throw explainStorageError(error, path);
  }
}

/** Computes name and size of what passes through. */
function measuring() {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  return {
    pass: async function* (this: void, source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        hash.update(chunk);
        sizeBytes += chunk.byteLength;
        yield chunk;
      }
    },
    result: (): StoredObject => ({ id: `sha256-${hash.digest('hex')}`, sizeBytes }),
  };
}

/** Tells this process from an earlier one with the same number. */
const processToken = randomBytes(4).toString('hex');
let filesNamed = 0;

function newName(): string {
  filesNamed += 1;
  return `${hostname()}.${process.pid}.${processToken}.${filesNamed}`;
}

/** Other machines' processes cannot be asked, so their files go when nothing was written to them for so long. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

async function removeLeftovers(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const modifiedMs = (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
    if (isEnded(name) || Date.now() - modifiedMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}

/** Whether the process that named a file was one of this machine and is gone. */
function isEnded(name: string): boolean {
  const [, host, pid, token] = /^(.*)\.(\d+)\.([0-9a-f]{8})\.\d+$/.exec(name) ?? [];
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return token !== processToken;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCodeOf(error) === 'ESRCH';
  }
}
