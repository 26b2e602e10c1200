import type { PrintCell, PrintColumn, PrintRow } from '@altis/print';

/** A column of a table and what stands in it for each line. */
export type Field<Line> = PrintColumn & { readonly cell: (line: Line) => PrintCell | string | null };

/** A table of lines; columns in which nobody has anything are left out, but for those that are always there. */
export function tableOf<Line>(
  fields: readonly (Field<Line> & { readonly isAlways?: boolean })[],
  lines: readonly Line[],
  noteOf: (line: Line) => string | undefined = () => undefined,
): { readonly kind: 'table'; readonly columns: PrintColumn[]; readonly rows: PrintRow[] } {
  const filled = fields.map((field) => ({ field, cells: lines.map((line) => cellOf(field.cell(line))) }));
  const shown = filled.filter(({ field, cells }) => field.isAlways || cells.some(({ text }) => text !== ''));
  return {
    kind: 'table',
    columns: shown.map(({ field: { title, align, isWide = false } }) => ({ title, align, isWide })),
    rows: lines.map((line, index) => ({
      cells: shown.map(({ cells }) => cells[index] ?? { text: '' }),
      note: noteOf(line),
    })),
  };
}

function cellOf(cell: PrintCell | string | null): PrintCell {
  return typeof cell === 'string' ? { text: cell } : (cell ?? { text: '' });
}

/** A mark with its rank among those of the same kind: beside it, or below it where there are many columns. */
export function markWithRank(mark: string | null, rank: string | null, isBelow: boolean): PrintCell {
  if (mark === null || rank === null) return { text: mark ?? '' };
  return isBelow ? { text: mark, below: `(${rank})` } : { text: `${mark} (${rank})` };
}

/** A rank, with the sign that somebody else has it as well. */
export function rankText({ rank, isRankShared }: { rank: string | null; isRankShared: boolean }): string {
  return rank === null ? '' : `${isRankShared ? '=' : ''}${rank}`;
}
