import { fieldOfTitle, fieldsOfTitle } from './column-titles.ts';
import { mostColumns, refusal, type Table, type TableNote, type TableRefusal, type TableRow } from './table.ts';

type RawTable = Pick<Table, 'format' | 'encoding'> & {
  readonly rows: readonly TableRow[];
  readonly notes: readonly TableNote[];
};

/**
 * Finds the row of titles: the one of the first fifteen in which most cells are known titles; without any, the first row,
 * unless it holds figures: then the columns have no titles. Rows before it, empty rows, titles that come again on the next
 * page, and sums are left out.
 */
export function headedTable({ format, encoding, rows, notes }: RawTable): Table | TableRefusal {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const head = titleRow(filled);
  const below = head === undefined ? filled : filled.slice(filled.indexOf(head) + 1);
  const entries = below.filter(({ cells }) => head === undefined || !isAlike(cells, head.cells));
  const isTotal = totalsUnder(head);
  const body = entries.filter((row) => !isTotal(row));
  if (body.length === 0) {
    return refusal(
      'The table has no rows.',
      'Write the titles of the columns into the first row, and one athlete into each row below.',
    );
  }
  const width = Math.max(head?.cells.length ?? 0, ...body.slice(0, 100).map(({ cells }) => cells.length));
  if (width > mostColumns) return refusal(`The table has ${width} columns.`, `Leave at most ${mostColumns}.`);
  const titles = Array.from({ length: width }, (_, at) => head?.cells[at] || `Column ${at + 1}`);
  const titled = head === undefined ? width : Math.max(head.cells.findLastIndex((cell) => cell !== '') + 1, 1);
  const ragged = body.find(({ cells }) => cells.length > width || cells.slice(titled).some((cell) => cell !== ''));
  return {
    ok: true,
    format,
    encoding,
    columns: titles.map((title) => title.replace(/\s+/g, ' ').slice(0, 100)),
    rows: body.map(({ line, cells }) => ({ line, cells: titles.map((_, at) => cells[at] ?? '') })),
    notes: [
      ...notes,
      ...entries.filter(isTotal).map(({ line, cells }) => ({
        code: 'total-row' as const,
        line,
        value: cells.find((cell) => cell !== '') ?? '',
      })),
      ...(head === undefined ? [{ code: 'no-titles' as const, line: null, value: null }] : []),
      ...(ragged === undefined ? [] : [{ code: 'ragged' as const, line: ragged.line, value: null }]),
    ],
  };
}

const totals =
  /^(?:(?:grand )?totals?|sum|summe|(?:ins)?gesamt|somme|total[ei]|suma|soma|合计|总计|合計|總計|総計|계|합계|총계|المجموع|الإجمالي|итого|всего)(?:\s*[:=].*|\s+\d.*)?$/iu;

const namings = new Set<string>(['name', 'family', 'given', 'organisation', 'nation', 'team', 'member']);

/**
 * Whether a row begins with the word for a sum. Some people are called Soma or Sum: under a title of names, or one that is
 * not known, the word is a sum only where no other cell under a name or club (without titles: no other at all) has letters.
 */
function totalsUnder(head: TableRow | undefined): (row: TableRow) => boolean {
  const width = head?.cells.length ?? 0;
  const fields = Array.from({ length: width }, (_, at) => fieldsOfTitle(head?.cells[at] ?? ''));
  const isNaming = (at: number): boolean =>
    head === undefined || (fields[at] ?? []).some((field) => namings.has(field));
  return ({ cells }) => {
    const wordAt = cells.findIndex((cell) => cell !== '');
    const word = cells[wordAt] ?? '';
    if (!totals.test(word)) return false;
    const isBesideNames = fields[wordAt] !== undefined && fields[wordAt].length > 0 && !isNaming(wordAt);
    // A merged cell is there once for each column.
    return isBesideNames || !cells.some((cell, at) => cell !== word && isNaming(at) && /\p{L}/u.test(cell));
  };
}

function isAlike(cells: readonly string[], titles: readonly string[]): boolean {
  const width = Math.max(cells.length, titles.length);
  return Array.from({ length: width }, (_, at) => (cells[at] ?? '') === (titles[at] ?? '')).every(Boolean);
}

function titleRow(rows: readonly TableRow[]): TableRow | undefined {
  const scored = rows.slice(0, 15).map((row) => {
    return { row, known: row.cells.filter((cell) => fieldOfTitle(cell) !== undefined).length };
  });
  const best = scored.toSorted((left, right) => right.known - left.known)[0];
  if (best !== undefined && best.known > 0) return best.row;
  const [first] = rows;
  return first?.cells.some((cell) => /\d/.test(cell)) ? undefined : first;
}
