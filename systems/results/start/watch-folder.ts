import { createReadStream } from 'node:fs';
import { access, lstat, mkdir, open, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { asSystem, errorCodeOf, messageOf, problem } from '@altis/kernel';
import { largestMessageBytes, type Flaw } from '../domain/flaw.ts';
import { bringInArchive } from '../routes/feed/bring-in-archive.ts';
import type { ResultsRoom } from '../routes/intake/intake.ts';
import { takeInMessage } from '../routes/intake/take-in-message.ts';

const lookEveryMs = 500;
/** A file that does not end as its kind does may still be written to; it counts as whole after as long at rest. */
const restMs = 10_000;
/** What could not be taken in is tried again after one look, then after twice as many each time, up to this long. */
const longestWaitMs = 60_000;

/**
 * Takes in every `*.xml` of a folder and of those in it, in the order of their paths, once it is written to its end: its
 * size and time are the same at two looks, and it ends as such files do or has been at rest for a while. It then goes to the same place below `done/`, or below `refused/` with the
 * reason beside it. A file that a crash leaves where it was is taken in again, and found to be a duplicate. A `*.zip` is
 * kept, and its messages are taken in by a job.
 *
 * @throws Problem when the folder cannot be used.
 */
export async function watchFolder(room: ResultsRoom, folder: string): Promise<() => Promise<void>> {
  await prepare(folder);
  const stopping = new AbortController();
  const seen = new Map<string, Seen>();
  const failed = new Map<string, Failure>();
  const watching = watch();
  return async () => {
    stopping.abort();
    await watching;
  };

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await look();
      } catch (error) {
        room.log.warn({ folder, reason: messageOf(error) }, 'The watched folder could not be read; trying on');
      }
      await delay(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function look(): Promise<void> {
    const names = await listFiles(folder, '', (path, error) =>
      fail(path, error, 'A folder in the watched folder cannot be read'),
    );
    for (const name of seen.keys()) if (!names.includes(name)) seen.delete(name);
    for (const name of names) {
      if (stopping.signal.aborted) return;
      if ((failed.get(name)?.nextAtMs ?? 0) > performance.now()) continue;
      const state = await stateOf(join(folder, name));
      const last = seen.get(name);
      if (state === undefined) continue;
      if (last?.state !== state) seen.set(name, { state, sinceMs: performance.now() });
      else await takeIn(name, performance.now() - last.sinceMs > restMs);
    }
  }

  /** Says it at the first time, and then ever more seldom. */
  function fail(name: string, error: unknown, text: string): void {
    const { tries = 0, nextAtMs = 0 } = failed.get(name) ?? {};
    if (nextAtMs > performance.now()) return;
    const waitMs = Math.min(longestWaitMs, lookEveryMs * 2 ** tries);
    failed.set(name, { tries: tries + 1, nextAtMs: performance.now() + waitMs });
    room.log.warn({ file: name, reason: messageOf(error), nextTryInMs: waitMs }, text);
  }

  async function takeIn(name: string, isAtRest: boolean): Promise<void> {
    try {
      if (!isAtRest && !(await isEnded(join(folder, name)))) return;
      const flaw = await asSystem(room.name, () => (isArchive(name) ? takeInArchive(name) : takeInFile(name)));
      await (flaw === undefined ? putAway(folder, 'done', name) : putAwayRefused(folder, name, flaw));
      failed.delete(name);
    } catch (error) {
      fail(name, error, 'A message in the watched folder waits for another try');
    }
  }

  async function takeInFile(name: string): Promise<Flaw | undefined> {
    const bytes = await readAtMost(join(folder, name), largestMessageBytes + 1);
    return (await takeInMessage(room, bytes, name)).flaw;
  }

  async function takeInArchive(name: string): Promise<undefined> {
    await bringInArchive(room, createReadStream(join(folder, name)), name);
  }
}

type Seen = { readonly state: string; readonly sinceMs: number };
type Failure = { readonly tries: number; readonly nextAtMs: number };

async function prepare(folder: string): Promise<void> {
  try {
    for (const part of ['done', 'refused']) await mkdir(join(folder, part), { recursive: true });
  } catch (cause) {
    throw problem(
      'UNAVAILABLE',
      `The folder ${folder} of ALTIS_RESULTS_WATCH_FOLDER cannot be used: ${messageOf(cause)}`,
      {
        remedy: 'Name a folder that the user who runs Altis may write to, or leave the variable unset.',
        cause,
      },
    );
  }
}

/** Messages and archives by their paths below the folder, in order; not what was put away, or is hidden. */
async function listFiles(
  folder: string,
  within: string,
  onUnreadable: (path: string, error: unknown) => void,
): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
    const path = join(within, entry.name);
    if (entry.name.startsWith('.') || path === 'done' || path === 'refused') continue;
    if (entry.isDirectory()) {
      const inside = listFiles(folder, path, onUnreadable);
      found.push(...(await inside.catch((error: unknown) => (onUnreadable(path, error), []))));
    } else if (/\.(?:xml|zip)$/i.test(entry.name)) found.push(path);
  }
  return found.sort();
}

function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Size and time of a plain file; undefined for anything else, and for one that is gone. */
async function stateOf(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() === true ? `${found.size} ${found.mtimeMs}` : undefined;
}

/** Whether a file ends as a message or an archive does: with the end tag of its root, or the record that ends a ZIP. */
async function isEnded(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, longestTailBytes));
    await file.read(tail, 0, tail.byteLength, size - tail.byteLength);
    // Of UTF-16 only every other byte is one of a letter.
    const text = tail.toString('latin1').replaceAll('\0', '');
    return isArchive(path) ? text.includes('PK\x05\x06') : /<\/OdfBody\s*>\s*$/.test(text);
  } finally {
    await file.close();
  }
}

/** The end record of a ZIP with the longest comment (APPNOTE 4.3.16). */
const longestTailBytes = 22 + 65_535;

async function readAtMost(path: string, limitBytes: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, limitBytes));
    const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function putAwayRefused(folder: string, name: string, { reason, remedy }: Flaw): Promise<void> {
  const kept = await freeName(join(folder, 'refused'), name);
  await writeFile(join(folder, 'refused', `${kept}.reason.txt`), `${name}: ${reason}\n${remedy}\n`);
  await move(join(folder, name), join(folder, 'refused', kept));
}

async function putAway(folder: string, part: string, name: string): Promise<void> {
  await move(join(folder, name), join(folder, part, await freeName(join(folder, part), name)));
}

/** The name, or with a number where an earlier file has it; in a folder that is there. */
async function freeName(folder: string, name: string): Promise<string> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  const ending = extname(name);
  const stem = name.slice(0, -ending.length);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem}-${number}${ending}`;
    const isTaken = await access(join(folder, candidate)).then(
      () => true,
      () => false,
    );
    if (!isTaken) return candidate;
  }
}

/** Another process that watches the same folder may have moved the file first. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
  });
}
