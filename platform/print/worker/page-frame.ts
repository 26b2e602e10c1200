import { breakLines } from '../layout/break-lines.ts';
import type { PrintSection } from '../print-document.ts';
import { ink, type Pen } from './pen.ts';

const edge = 30;
const line = 11;
const footLine = 9;
/** For a line at the foot that says that a font is missing, and one that breaks. */
const spareFootLines = 2;

/** What the frame of a page takes above and below. */
export function frameHeights({ head, foot }: PrintSection): { readonly top: number; readonly bottom: number } {
  const lines = Math.max(head.start.length, head.end.length);
  return { top: edge + lines * line + 16, bottom: edge + (foot.length + spareFootLines) * footLine + 8 };
}

type Frame = { readonly head: PrintSection['head']; readonly foot: readonly string[]; readonly number: string };

/** Draws the running head and the foot; answers where the content begins. */
export function drawFrame({ head, foot, number }: Frame, height: number, pen: Pen): { readonly top: number } {
  const half = pen.width / 2 - 6;
  for (const [index, text] of head.start.entries())
    pen.text(text, { x: 0, y: edge + 8 + index * line, width: half }, headStyle(index));
  for (const [index, text] of head.end.entries())
    pen.text(text, { x: half + 12, y: edge + 8 + index * line, width: half, align: 'end' }, headStyle(index));
  const lines = Math.max(head.start.length, head.end.length);
  pen.rule({ x: 0, y: edge + lines * line + 4, width: pen.width }, { thickness: 1.6, colour: ink.strong });

  const style = { size: 6.8, colour: ink.soft };
  const footWidth = pen.width - 90;
  const footLines = foot.flatMap((text) => breakLines(text, footWidth, pen.measure(style)));
  const footTop = height - edge - footLines.length * footLine;
  pen.rule({ x: 0, y: footTop - 3, width: pen.width }, { thickness: 0.5, colour: ink.line });
  for (const [index, text] of footLines.entries())
    pen.text(text, { x: 0, y: footTop + 7 + index * footLine, width: footWidth }, style);
  pen.text(number, { x: footWidth, y: footTop + 7, width: 90, align: 'end' }, { size: 7.5, isStrong: true });
  return { top: edge + lines * line + 16 };
}

function headStyle(index: number) {
  return index === 0 ? { size: 9, isStrong: true } : { size: 8, colour: ink.soft };
}
