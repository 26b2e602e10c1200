import { Zip, ZipDeflate } from 'fflate';

export type ZipSource = { readonly name: string; readonly bytes: Uint8Array; readonly at: Date };

/** More do not fit into a ZIP without the extensions of ZIP64 (APPNOTE 4.4.21). */
export const mostZipFiles = 65_535;

/** Writes a ZIP as it is read: in the order of its files, one of which is in memory at a time. */
export async function* writeZip(files: AsyncIterable<ZipSource>): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    written.push(chunk);
  });
  for await (const { name, bytes, at } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = at;
    zip.add(file);
    file.push(bytes, true);
    yield* written.splice(0);
  }
  zip.end();
  yield* written.splice(0);
}
