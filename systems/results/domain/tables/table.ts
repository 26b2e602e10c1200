/** Why a file cannot be read as a table at all. */
export type TableRefusal = { readonly ok: false; readonly message: string; readonly remedy: string };

/** A table as it was read from a file; of its cells the texts. */
export type Table = {
  readonly ok: true;
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly encoding: string | null;
  /** Titles; "Column 3" where it has none. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** What was odd in the file as a whole. */
  readonly notes: readonly TableNote[];
};

export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * `formulas`: values of formulas were taken as last computed; `merged`: merged cells were filled; `ragged`: a row has more
 * cells than there are columns; `total-row`: a row of sums was left out; `sheets`: the first of several was read.
 */
export type TableNote = {
  readonly code: 'formulas' | 'merged' | 'ragged' | 'no-titles' | 'total-row' | 'sheets';
  readonly line: number | null;
  readonly value: string | null;
};

/** The most rows and columns that are read. */
export const mostRows = 20_000;
export const mostColumns = 200;

/** A file that is larger is not looked into. */
export const largestTableBytes = 16 * 1024 * 1024;

/** The answer for a file that is no table: what is wrong with it, and what to do. */
export function refusal(message: string, remedy: string): TableRefusal {
  return { ok: false, message, remedy };
}
