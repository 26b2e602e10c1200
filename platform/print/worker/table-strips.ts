import { breakLines, widestPiece } from '../layout/break-lines.ts';
import { fitColumns, type ColumnWidth } from '../layout/fit-columns.ts';
import type { Strip } from '../layout/paginate.ts';
import type { PrintBlock, PrintColumn, PrintRow } from '../print-document.ts';
import { ink, type Pen } from './pen.ts';

type Table = Extract<PrintBlock, { kind: 'table' }>;

/** A table at a size of type that it fits with. */
export type FittedTable = { readonly size: number; readonly widths: readonly number[] };

/** A table of so few rows stands on one page. */
const togetherRows = 8;
/** Room at both sides of a cell. */
const padding = 3;
const lineSpacing = 1.32;
/** How far a wide column may be narrowed before type gets smaller: a name still stands on two lines. */
const leastWide = 92;

/** Titles up to this width stand on one line. */
const widestTitle = 42;

/** The largest of these sizes of type with which no word of a table has to break; undefined where none is small enough. */
export function fitTable(table: Table, pen: Pen, sizes: readonly number[]): FittedTable | undefined {
  for (const size of sizes) {
    const columns = table.columns.map((column, index) => widthOf(column, index, table.rows, pen, size));
    const widths = fitColumns(columns, pen.width);
    if (widths !== undefined) return { size, widths };
  }
  return undefined;
}

/** Where even the smallest type does not fit, all columns are as wide as there is room, and words break. */
export function forceTable(table: Table, pen: Pen, size: number): FittedTable {
  const natural = table.columns.map((column, index) => widthOf(column, index, table.rows, pen, size).natural);
  const all = natural.reduce((sum, width) => sum + width, 0);
  return { size, widths: natural.map((width) => (width * pen.width) / all) };
}

function widthOf(column: PrintColumn, index: number, rows: readonly PrintRow[], pen: Pen, size: number): ColumnWidth {
  const strong = pen.measure({ size, isStrong: true });
  const title = pen.measure({ size: size - 1, isStrong: true });
  const small = pen.measure({ size: size - 1 });
  const cells = rows.flatMap(({ cells: all, isHeading }) =>
    isHeading || all[index] === undefined ? [] : [all[index]],
  );
  const widest = (widthOfText: (text: string, measure: (text: string) => number) => number): number =>
    2 * padding +
    Math.max(
      0,
      ...cells.map(({ text, below = '', isStrong = false }) =>
        Math.max(widthOfText(text, isStrong ? strong : pen.measure({ size })), widthOfText(below, small)),
      ),
    );
  const wholeTitle = title(column.title);
  const natural = Math.max(
    widest((text, measure) => measure(text)),
    2 * padding + (wholeTitle <= widestTitle ? wholeTitle : widestPiece(column.title, title)),
  );
  const isWide = column.isWide ?? false;
  const least = Math.max(widest(widestPiece), 2 * padding + widestPiece(column.title, title));
  return { natural, least: isWide ? Math.min(natural, Math.max(least, leastWide)) : natural, isWide };
}

/** The head of a table and its rows: short ones on one page, of others neither the first nor the last row alone. */
export function tableStrips({ columns, rows }: Table, { size, widths }: FittedTable, pen: Pen): Strip[] {
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const titles = columns.map(({ title }, index) =>
    breakLines(title, (widths[index] ?? 0) - 2 * padding, pen.measure({ size: size - 1, isStrong: true })),
  );
  const titleLines = Math.max(...titles.map(({ length }) => length));
  const titleLine = (size - 1) * lineSpacing;
  const head: Strip = {
    height: titleLines * titleLine + 7,
    joinsNext: true,
    draw: (top) => {
      for (const [index, { align }] of columns.entries()) {
        const lines = titles[index] ?? [];
        for (const [line, text] of lines.entries()) {
          const y = top + 2 + (titleLines - lines.length + line + 0.78) * titleLine;
          const at = { x: (starts[index] ?? 0) + padding, y, width: (widths[index] ?? 0) - 2 * padding, align };
          pen.text(text, at, { size: size - 1, isStrong: true, colour: ink.soft });
        }
      }
      pen.rule({ x: 0, y: top + titleLines * titleLine + 4, width: pen.width }, { thickness: 1, colour: ink.strong });
    },
  };
  const strips = rows.map((row, index): Strip => {
    const isShort = rows.length <= togetherRows;
    const joinsNext = isShort || index === 0 || index === rows.length - 2 || (row.isHeading ?? false);
    return {
      ...rowStrip(row, { columns, starts, widths, size }, pen),
      head,
      joinsNext: joinsNext && index < rows.length - 1,
    };
  });
  return [head, ...strips];
}

type Grid = {
  readonly columns: readonly PrintColumn[];
  readonly starts: readonly number[];
  readonly widths: readonly number[];
  readonly size: number;
};

function rowStrip(row: PrintRow, { columns, starts, widths, size }: Grid, pen: Pen): Strip {
  const line = size * lineSpacing;
  const smallSize = size - 1;
  const smallLine = smallSize * lineSpacing;
  if (row.isHeading) {
    return {
      height: line + 6,
      draw: (top) => {
        pen.box({ x: 0, y: top + 1, width: pen.width, height: line + 4 }, { fill: ink.band });
        const at = { x: padding, y: top + 3 + line * 0.78, width: pen.width - 2 * padding };
        pen.text(row.cells[0]?.text ?? '', at, { size, isStrong: true });
      },
    };
  }
  const cells = row.cells.map(({ text, below = '', isStrong = false }, index) => {
    const room = (widths[index] ?? 0) - 2 * padding + 0.01;
    return {
      isStrong,
      lines: breakLines(text, room, pen.measure({ size, isStrong })),
      below: below === '' ? [] : breakLines(below, room, pen.measure({ size: smallSize })),
    };
  });
  const noteX = starts[columns.findIndex(({ isWide }) => isWide)] ?? 0;
  const noteRoom = pen.width - noteX - 2 * padding;
  const note = row.note === undefined ? [] : breakLines(row.note, noteRoom, pen.measure({ size: smallSize }));
  const tallest = Math.max(...cells.map(({ lines, below }) => lines.length * line + below.length * smallLine));
  const height = tallest + note.length * smallLine + 4;
  return {
    height,
    draw: (top) => {
      for (const [index, { lines, below, isStrong }] of cells.entries()) {
        const at = { x: (starts[index] ?? 0) + padding, width: (widths[index] ?? 0) - 2 * padding };
        const align = columns[index]?.align ?? 'start';
        for (const [number, text] of lines.entries())
          pen.text(text, { ...at, y: top + 2 + (number + 0.78) * line, align }, { size, isStrong });
        for (const [number, text] of below.entries()) {
          const y = top + 2 + lines.length * line + (number + 0.78) * smallLine;
          pen.text(text, { ...at, y, align }, { size: smallSize, colour: ink.soft });
        }
      }
      for (const [number, text] of note.entries()) {
        const y = top + 2 + tallest + (number + 0.78) * smallLine;
        pen.text(text, { x: noteX + padding, y, width: noteRoom }, { size: smallSize, colour: ink.soft });
      }
      pen.rule({ x: 0, y: top + height - 0.4, width: pen.width }, { thickness: 0.4, colour: ink.line });
    },
  };
}
