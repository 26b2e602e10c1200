import { inflateSync } from 'fflate';

/** A file in an archive; nothing is unpacked until it is asked for. */
export type ZipEntry = { readonly path: string; readonly sizeBytes: number; readonly unpack: () => Uint8Array };

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** In these fields it stands for: see the extra field of ZIP64. */
const seeExtra = 0xffffffff;
const longestComment = 0xffff;

/**
 * Lists the files of a ZIP archive (PKWARE APPNOTE 6.3), also with the sizes of ZIP64 (4.5.3), which some programs write for
 * small files, too. Throws a RangeError where it is none, is cut short, encrypted, or packed otherwise than by Deflate.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== directoryEntry) throw new RangeError('its directory is damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push(entryOf(bytes, view, at, path, at + 46 + nameLength, extraLength));
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - longestComment);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  throw new RangeError('it has no directory of a ZIP archive');
}

function entryOf(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  path: string,
  extra: number,
  extraLength: number,
): ZipEntry {
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const method = view.getUint16(at + 10, true);
  const told = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [sizeBytes = 0, packedBytes = 0, header = 0] = withExtra(view, told, extra, extraLength);
  const unpack = (): Uint8Array => {
    if (isEncrypted) throw new RangeError(`${path} is encrypted`);
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const packed = bytes.subarray(from, from + packedBytes);
    if (method === 0) return packed;
    if (method !== 8) throw new RangeError(`${path} is packed in a way that is not known here`);
    return inflateSync(packed, { out: new Uint8Array(sizeBytes) });
  };
  return { path, sizeBytes, unpack };
}

/** The ZIP64 extra field (header id 1) holds, in this order, those sizes and offsets that the directory has no room for. */
function withExtra(view: DataView, told: readonly number[], extra: number, extraLength: number): number[] {
  for (let at = extra; at + 4 <= extra + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    return told.map((value) => {
      if (value !== seeExtra) return value;
      const real = Number(view.getBigUint64(field, true));
      field += 8;
      return real;
    });
  }
  return [...told];
}
