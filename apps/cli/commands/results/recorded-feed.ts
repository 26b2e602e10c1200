import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { messageOf, problem } from '@altis/kernel';
import { headerInstant, streamMessage } from '@altis/odf';
import { readZip } from '@altis/results/archive';

/** A message of a recorded feed, with the instant in its header, in epoch milliseconds. */
export type Recorded = { readonly name: string; readonly atMs: number; readonly read: () => Promise<Uint8Array> };

const largestMessageBytes = 64 * 1024 * 1024;

/** The messages of a folder with all below it, or of a ZIP, by the times in their headers. Others are told by name. */
export async function readRecordedFeed(
  path: string,
  zone: string,
  skip: (name: string, reason: string) => void,
): Promise<Recorded[]> {
  const place = await stat(path).catch((cause: unknown) => {
    throw problem('INVALID_INPUT', `${path} cannot be read: ${messageOf(cause)}`, {
      remedy: 'Name the folder or ZIP with the recorded messages.',
      cause,
    });
  });
  const found: Recorded[] = [];
  for await (const { name, bytes, read } of place.isDirectory() ? filesOf(path, skip) : entriesOf(path, skip)) {
    const atMs = await instantOf(bytes, zone);
    if (atMs === undefined) skip(name, 'Its header cannot be read.');
    else found.push({ name, atMs, read });
  }
  if (found.length === 0) throw problem('INVALID_INPUT', `There are no messages (*.xml) in ${path}.`);
  return found.sort((left, right) => left.atMs - right.atMs || (left.name < right.name ? -1 : 1));
}

type Found = { readonly name: string; readonly bytes: Uint8Array; readonly read: Recorded['read'] };

/** A header is at the beginning. */
const headBytes = 64 * 1024;

async function* filesOf(folder: string, skip: (name: string, reason: string) => void): AsyncGenerator<Found> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => /\.xml$/i.test(entry.name) && !entry.isDirectory());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    const name = relative(folder, path);
    try {
      yield { name, bytes: await headOf(path), read: () => readFile(path) };
    } catch (error) {
      skip(name, `It cannot be read: ${messageOf(error)}`);
    }
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* entriesOf(path: string, skip: (name: string, reason: string) => void): AsyncGenerator<Found> {
  const limits = { largestFileBytes: largestMessageBytes, largestWasteBytes: 2 * 1024 ** 3 };
  const reject = (name: string) => (/\.xml$/i.test(name) ? undefined : { reason: 'It is no *.xml.', remedy: '' });
  for await (const entry of readZip(createReadStream(path), reject, limits)) {
    if ('fault' in entry) skip(entry.name || path, entry.fault.reason);
    else yield { name: entry.name, bytes: entry.bytes, read: () => Promise.resolve(entry.bytes) };
  }
}

async function instantOf(bytes: Uint8Array, zone: string): Promise<number | undefined> {
  const first = await streamMessage(once(bytes)).next();
  if (first.done === true || first.value.kind !== 'header') return undefined;
  return headerInstant(first.value.header, zone);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
