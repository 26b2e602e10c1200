import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { foreignArchive } from './foreign-file.ts';
import { headedTable } from './headed-table.ts';
import { mostRows, refusal, type Table, type TableNote, type TableRefusal, type TableRow } from './table.ts';

/** What a workbook may unpack to: more is no list of athletes. */
const largestUnpackedBytes = 128 * 1024 * 1024;

const remedy = 'Save it anew as an Excel workbook (.xlsx), or as CSV.';

type Cell = string | number | boolean | Date | null;

/**
 * Reads the first sheet of an XLSX workbook (ECMA-376). Formulas are taken with the value that was last computed; a
 * merged cell fills all cells that it covers.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Table | TableRefusal> {
  try {
    const { names, sheet } = sheetXml(bytes);
    const foreign = foreignArchive(names);
    if (foreign !== undefined) return foreign;
    if (sheet === undefined) return refusal('The workbook is too large.', 'Leave only the sheet with the list in it.');
    const cells = (await readSheet(copyOf(bytes))) as Cell[][];
    if (cells.length > mostRows + 100) return refusal(`The table has more than ${mostRows} rows.`, 'Send it in parts.');
    const texts = cells.map((row) => row.map(cellText));
    const merged = fillMerged(texts, sheet);
    const rows = texts.map((row, at): TableRow => ({ line: at + 1, cells: row }));
    const notes = [...sheetsIn(names), ...merged, ...formulasIn(sheet)];
    return headedTable({ format: 'xlsx', encoding: null, rows, notes });
  } catch (error) {
    return refusal(`The workbook cannot be read: ${reasonOf(error)}`, remedy);
  }
}

/** Names of the files in a workbook, and the XML of its first sheet; undefined where that would unpack to too much. */
function sheetXml(bytes: Uint8Array): { names: string[]; sheet: string | undefined } {
  let unpackedBytes = 0;
  const names: string[] = [];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpackedBytes += originalSize;
      names.push(name);
      return /^xl\/worksheets\/sheet\d+\.xml$/.test(name) && originalSize <= largestUnpackedBytes;
    },
  });
  if (unpackedBytes > largestUnpackedBytes) return { names, sheet: undefined };
  const first = Object.keys(files).toSorted((left, right) => sheetNumber(left) - sheetNumber(right))[0];
  return { names, sheet: first === undefined ? '' : new TextDecoder().decode(files[first]) };
}

function sheetsIn(names: readonly string[]): TableNote[] {
  const count = names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).length;
  return count < 2 ? [] : [{ code: 'sheets', line: null, value: String(count) }];
}

function sheetNumber(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** A day as YYYY-MM-DD, a time of day or a duration (which Excel counts from its day 0) as h:mm:ss.sss. */
function cellText(cell: Cell): string {
  if (!(cell instanceof Date)) return cell === null ? '' : String(cell).trim();
  if (Number.isNaN(cell.getTime())) return '';
  if (cell.getUTCFullYear() > 1901) {
    const [day = '', time = ''] = cell.toISOString().slice(0, -1).split('T');
    return time === '00:00:00.000' ? day : `${day} ${time}`;
  }
  const durationMs = cell.getTime() - Date.UTC(1899, 11, 30);
  const tenthsOfMs = Math.round(durationMs / 10) * 10;
  const seconds = Math.floor(tenthsOfMs / 1000);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const fraction = tenthsOfMs % 1000 === 0 ? '' : `.${pad((tenthsOfMs % 1000) / 10)}`;
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}${fraction}`;
}

function formulasIn(sheet: string): TableNote[] {
  const count = sheet.match(/<f[\s>/]/g)?.length ?? 0;
  return count === 0 ? [] : [{ code: 'formulas', line: null, value: String(count) }];
}

function fillMerged(texts: string[][], sheet: string): TableNote[] {
  const notes: TableNote[] = [];
  for (const [, ref = ''] of sheet.matchAll(/<mergeCell\s[^>]*ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g)) {
    const [from, to] = ref.split(':').map(placeOf);
    if (from === undefined || to === undefined) continue;
    const value = texts[from.row]?.[from.column] ?? '';
    for (let row = from.row; row <= Math.min(to.row, texts.length - 1); row += 1) {
      for (let column = from.column; column <= Math.min(to.column, (texts[row]?.length ?? 0) - 1); column += 1) {
        texts[row]![column] = value;
      }
    }
    if (notes.length < 20) notes.push({ code: 'merged', line: from.row + 1, value: ref });
  }
  return notes;
}

function placeOf(reference: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'it is damaged.';
}
