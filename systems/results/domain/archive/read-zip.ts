import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';

/** A file of an archive, or what is wrong with it. */
export type ZipEntry =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly fault: ZipFault };

export type ZipFault = { readonly reason: string; readonly remedy: string };

export type ZipLimits = {
  /** Of one file, unpacked. */
  readonly largestFileBytes: number;
  /** What may be unpacked in vain, of files that are too large or none of ours: more is no archive but an attack. */
  readonly largestWasteBytes: number;
};

/** What is done with a file that is being unpacked. */
type Unpacking = { readonly name: string; chunks: Uint8Array[]; sizeBytes: number; fault: ZipFault | undefined };

const stepBytes = 16 * 1024;

/**
 * Reads a ZIP (PKWARE APPNOTE 6.3) as it comes, file by file, in little memory; folders are left out. Files that are not
 * wanted, have names that lead out of the archive, or are too large are told with the reason; of a damaged archive, all
 * that comes before the damage is told, and then the damage.
 *
 * @param reject why a file of that name is not wanted
 */
export async function* readZip(
  chunks: AsyncIterable<Uint8Array>,
  reject: (name: string) => ZipFault | undefined,
  { largestFileBytes, largestWasteBytes }: ZipLimits,
): AsyncGenerator<ZipEntry> {
  const ready: ZipEntry[] = [];
  let current: Unpacking | undefined;
  let wasteBytes = 0;
  let readBytes = 0;
  const unzip = new Unzip(open);
  unzip.register(UnzipInflate);

  function open(file: UnzipFile): void {
    const entry: Unpacking = {
      name: file.name,
      chunks: [],
      sizeBytes: 0,
      fault: leadsOut(file.name) ?? reject(file.name),
    };
    const isFolder = file.name.endsWith('/');
    current = entry;
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) throw error;
      take(entry, chunk);
      if (!isLast) return;
      current = undefined;
      if (!isFolder) ready.push(entry.fault === undefined ? whole(entry) : { name: entry.name, fault: entry.fault });
    };
    // A file that is not started is kept in memory until it is.
    file.start();
  }

  function take(entry: Unpacking, chunk: Uint8Array): void {
    entry.sizeBytes += chunk.byteLength;
    if (entry.fault === undefined && entry.sizeBytes > largestFileBytes) {
      entry.fault = tooLargeFile(largestFileBytes);
      wasteBytes += entry.sizeBytes - chunk.byteLength;
      entry.chunks = [];
    }
    // The parts are views of memory that the unpacker uses again.
    if (entry.fault === undefined) entry.chunks.push(chunk.slice());
    else wasteBytes += chunk.byteLength;
    if (wasteBytes > largestWasteBytes)
      throw new RangeError(`more than ${largestWasteBytes} bytes of it are of no use`);
  }

  try {
    for await (const chunk of chunks) {
      if (readBytes === 0 && !beginsLikeZip(chunk)) throw new RangeError('it does not begin as a ZIP does');
      readBytes += chunk.byteLength;
      for (let start = 0; start < chunk.byteLength; start += stepBytes) {
        unzip.push(chunk.subarray(start, start + stepBytes));
        yield* ready.splice(0);
      }
    }
    if (readBytes === 0) throw new RangeError('it is empty');
    unzip.push(new Uint8Array(0), true);
    if (current !== undefined) throw new RangeError('it ends in the middle of this file');
  } catch (error) {
    yield* ready.splice(0);
    yield { name: current?.name ?? '', fault: damaged(error instanceof Error ? error.message : String(error)) };
  }
  yield* ready.splice(0);
}

/** "PK", and then the header of a file, or the end of an archive without any (APPNOTE 4.3.7, 4.3.16). */
function beginsLikeZip([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

function whole({ name, chunks, sizeBytes }: Unpacking): ZipEntry {
  const bytes = new Uint8Array(sizeBytes);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return { name, bytes };
}

function leadsOut(name: string): ZipFault | undefined {
  const isRelative = !/^(?:[\\/]|[A-Za-z]:)/.test(name) && !name.split(/[\\/]/).includes('..');
  if (isRelative && !name.includes('\0')) return undefined;
  return {
    reason: 'The name of the file leads out of the archive.',
    remedy: 'Pack the folder anew, with names relative to it.',
  };
}

function tooLargeFile(limitBytes: number): ZipFault {
  return {
    reason: `Unpacked, the file is larger than ${limitBytes / 1024 / 1024} MiB.`,
    remedy: 'Send what it says in parts.',
  };
}

function damaged(reason: string): ZipFault {
  return {
    reason: `The archive cannot be read from here on: ${reason}.`,
    remedy: 'Pack it anew as ZIP, without a password, and send it again: what was taken in is found to be a duplicate.',
  };
}
