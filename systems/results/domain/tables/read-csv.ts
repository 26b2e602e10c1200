import Papa from 'papaparse';
import { decodeText } from './decode-text.ts';
import { headedTable } from './headed-table.ts';
import { mostRows, refusal, type Table, type TableRefusal, type TableRow } from './table.ts';

const delimiters = [';', '\t', ',', '|'];

/** Reads CSV (RFC 4180, with any of `,` `;` tab `|`); lines are those of the file, also where cells hold line breaks. */
export function readCsv(bytes: Uint8Array): Table | TableRefusal {
  const { text: decoded, encoding } = decodeText(bytes);
  if (decoded.includes('\0')) return refusal('The file is no text.', 'Save it as CSV, XLSX or JSON.');
  // Spreadsheet programs put their delimiter into a first line of its own.
  const [, told, rest] = /^\uFEFF?(?:sep=(.)\r?\n)?([\s\S]*)$/i.exec(decoded) ?? [];
  const text = rest ?? '';
  const rows: TableRow[] = [];
  const delimiter = told ?? guessDelimiter(text);
  let line = told === undefined ? 1 : 2;
  let from = 0;
  let fault: TableRefusal | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      if (errors.some(({ type }) => type === 'Quotes')) fault = quoteFault(line);
      if (rows.length > mostRows) fault = refusal(`The table has more than ${mostRows} rows.`, 'Send it in parts.');
      if (fault !== undefined) return parser.abort();
      rows.push({ line, cells: data.map((cell) => cell.trim()) });
      line += countBreaks(text.slice(from, meta.cursor));
      from = meta.cursor;
    },
  });
  if (fault !== undefined) return fault;
  return headedTable({ format: 'csv', encoding, rows, notes: [] });
}

function quoteFault(line: number): TableRefusal {
  return refusal(
    `Line ${line} has a quote too many or too few.`,
    'Put right that line, or save the table anew from the program it comes from.',
  );
}

/** The delimiter that parts most of the first lines into the same number of cells, more than one. */
function guessDelimiter(text: string): string {
  const head = text.slice(0, 20_000);
  const scored = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, preview: 20, skipEmptyLines: 'greedy' });
    const counts = new Map<number, number>();
    for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [cells = 1, lines = 0] = [...counts].toSorted((left, right) => right[1] - left[1])[0] ?? [];
    return { delimiter, score: lines * 100 + Math.min(cells, 99) };
  });
  return scored.toSorted((left, right) => right.score - left.score)[0]?.delimiter ?? ',';
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
