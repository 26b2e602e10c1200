/** A row of a table: texts by the column's title. */
export type ArchiveRow = Readonly<Record<string, string>>;

/** The tables of a Games as one archive of CSV files has them; those that are absent are empty. */
export type GamesArchive = {
  readonly athletes: readonly ArchiveRow[];
  readonly coaches: readonly ArchiveRow[];
  readonly teams: readonly ArchiveRow[];
  readonly schedules: readonly ArchiveRow[];
  readonly medallists: readonly ArchiveRow[];
  readonly medals: readonly ArchiveRow[];
  readonly medals_total: readonly ArchiveRow[];
  /** The rows of all files in `results/`, in the order of the files. */
  readonly results: readonly ArchiveRow[];
};

/** What a row says under a title; an empty text where the table has no such column. */
export function cell(row: ArchiveRow, column: string): string {
  return row[column]?.trim() ?? '';
}

/** The number of a cell, such as `12` or `1.0`; undefined where it is empty or none. */
export function numberIn(row: ArchiveRow, column: string): number | undefined {
  const text = cell(row, column);
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? undefined : number;
}

/** The texts of a list as these tables write it: `['Judo', "Men's -60 kg"]`. */
export function listIn(row: ArchiveRow, column: string): string[] {
  const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;
  return [...cell(row, column).matchAll(quoted)].map((found) =>
    (found[1] ?? found[2] ?? '').replace(/\\(.)/g, '$1').trim(),
  );
}
