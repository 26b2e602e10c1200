import { foreignFile } from './foreign-file.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readXlsx } from './read-xlsx.ts';
import { largestTableBytes, refusal, type Table, type TableRefusal } from './table.ts';

/** Reads a file as a table. What it is, is seen from its bytes: XLSX is a ZIP, JSON begins with a bracket, all else is CSV. */
export async function readTable(bytes: Uint8Array): Promise<Table | TableRefusal> {
  if (bytes.byteLength === 0) return refusal('The file is empty.', 'Check that it was saved, and send it again.');
  if (bytes.byteLength > largestTableBytes) {
    return refusal('The file is larger than 16 MiB.', 'Leave only the list in it.');
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes);
  const foreign = foreignFile(bytes);
  if (foreign !== undefined) return foreign;
  const head = new TextDecoder().decode(bytes.subarray(0, 200)).replace(/[\uFEFF\s\0\uFFFD]/g, '');
  return head.startsWith('[') || head.startsWith('{') ? readJson(bytes) : readCsv(bytes);
}
