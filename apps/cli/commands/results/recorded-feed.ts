import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '@altis/kernel';
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
  const isFolder = (await stat(path)).isDirectory();
  const found: Recorded[] = [];
  for await (const { name, bytes, read } of isFolder ? filesOf(path) : entriesOf(path, skip)) {
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

async function* filesOf(folder: string): AsyncGenerator<Found> {
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    if (!/\.xml$/i.test(name)) continue;
    const path = join(folder, name);
    yield { name, bytes: await headOf(path), read: () => readFile(path) };
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
    if ('fault' in entry) skip(entry.name, entry.fault.reason);
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
