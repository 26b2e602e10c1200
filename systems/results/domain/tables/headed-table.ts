import { fieldOfTitle } from './column-titles.ts';
import { mostColumns, refusal, type Table, type TableNote, type TableRefusal, type TableRow } from './table.ts';

type RawTable = Pick<Table, 'format' | 'encoding'> & {
  readonly rows: readonly TableRow[];
  readonly notes: readonly TableNote[];
};

/**
 * Finds the row of titles: the one of the first fifteen in which most cells are known titles; without any, the first row,
 * unless it holds figures: then the columns have no titles. Rows before it and empty rows are left out.
 */
export function headedTable({ format, encoding, rows, notes }: RawTable): Table | TableRefusal {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const head = titleRow(filled);
  const body = head === undefined ? filled : filled.slice(filled.indexOf(head) + 1);
  if (body.length === 0) {
    return refusal(
      'The table has no rows.',
      'Write the titles of the columns into the first row, and one athlete into each row below.',
    );
  }
  const width = Math.max(head?.cells.length ?? 0, ...body.slice(0, 100).map(({ cells }) => cells.length));
  if (width > mostColumns) return refusal(`The table has ${width} columns.`, `Leave at most ${mostColumns}.`);
  const titles = Array.from({ length: width }, (_, at) => head?.cells[at] || `Column ${at + 1}`);
  const ragged = body.find(({ cells }) => cells.length > width);
  return {
    ok: true,
    format,
    encoding,
    columns: titles.map((title) => title.replace(/\s+/g, ' ').slice(0, 100)),
    rows: body.map(({ line, cells }) => ({ line, cells: titles.map((_, at) => cells[at] ?? '') })),
    notes: [
      ...notes,
      ...(head === undefined ? [{ code: 'no-titles' as const, line: null, value: null }] : []),
      ...(ragged === undefined ? [] : [{ code: 'ragged' as const, line: ragged.line, value: null }]),
    ],
  };
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
