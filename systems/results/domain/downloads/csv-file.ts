export type CsvColumn<Row> = {
  readonly title: string;
  readonly cell: (row: Row) => string | number | boolean | null | undefined;
};

/**
 * A table as CSV (RFC 4180): a line of titles, lines that end in CR LF, quotes where they are needed. With the mark that
 * spreadsheets know UTF-8 by, if asked for (U+FEFF).
 */
export function csvFile<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  { withMark = false }: { withMark?: boolean } = {},
): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => cell(row) ?? ''))];
  return `${withMark ? '\uFEFF' : ''}${lines.map((line) => line.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

/** Marks, times and differences, which may begin with a sign, and say nothing else. */
const figure = /^[+-]?\d[\d.,:]*$/;

function writeCell(value: string | number | boolean): string {
  const text = String(value);
  // A spreadsheet computes what begins so, whoever wrote it into a name; an apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/.test(text) && !figure.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
