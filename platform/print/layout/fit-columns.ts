export type ColumnWidth = {
  /** With which nothing in it breaks, in points. */
  readonly natural: number;
  /** With which no word in it breaks. */
  readonly least: number;
  readonly isWide: boolean;
};

/**
 * The widths of columns that fill the room: what is left goes to the wide ones, what lacks is taken from them first.
 * Undefined where words would have to break.
 */
export function fitColumns(columns: readonly ColumnWidth[], room: number): number[] | undefined {
  const natural = sum(columns.map((column) => column.natural));
  const wide = columns.filter(({ isWide }) => isWide);
  if (natural <= room) {
    const share = Math.min(mostExtra, (0.5 * (room - natural)) / columns.length);
    const extra = wide.length === 0 ? 0 : (room - natural - share * columns.length) / wide.length;
    return columns.map((column) => column.natural + share + (column.isWide ? extra : 0));
  }
  const fromWide = Math.min(natural - room, sum(wide.map(giving)));
  const fromOthers = natural - room - fromWide;
  const others = columns.filter(({ isWide }) => !isWide);
  if (fromOthers > sum(others.map(giving)) + 0.01) return undefined;
  return columns.map((column) => {
    const [taken, all] = column.isWide ? [fromWide, sum(wide.map(giving))] : [fromOthers, sum(others.map(giving))];
    return column.natural - (all === 0 ? 0 : (taken * giving(column)) / all);
  });
}

/** What each column gets of the room that is left, so that figures do not huddle at one side. */
const mostExtra = 14;

function giving({ natural, least }: ColumnWidth): number {
  return Math.max(0, natural - least);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
