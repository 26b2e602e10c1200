import { breakLines } from '../layout/break-lines.ts';
import type { Strip } from '../layout/paginate.ts';
import type { PrintBlock, PrintFact } from '../print-document.ts';
import { ink, type Pen, type TextStyle } from './pen.ts';

/** Room between blocks. */
export function gap(height: number): Strip {
  return { height, isGap: true, joinsNext: true, draw: () => undefined };
}

/** What is printed, whose and of which state. */
export function titleStrips(block: Extract<PrintBlock, { kind: 'title' }>, pen: Pen): Strip[] {
  const reportStyle: TextStyle = { size: 11, isStrong: true, colour: block.isProvisional ? ink.warn : ink.text };
  const reportWidth = pen.measure(reportStyle)(block.report) + 18;
  const room = pen.width - reportWidth - 14;
  const title: TextStyle = { size: 16, isStrong: true };
  const lines = breakLines(block.text, room, pen.measure(title));
  const below = block.below === '' ? [] : breakLines(block.below, room, pen.measure({ size: 10.5 }));
  const height = lines.length * 20 + below.length * 14 + 6;
  return [
    {
      height,
      joinsNext: true,
      draw: (top) => {
        for (const [index, text] of lines.entries())
          pen.text(text, { x: 0, y: top + 16 + index * 20, width: room }, title);
        for (const [index, text] of below.entries()) {
          const y = top + lines.length * 20 + 11 + index * 14;
          pen.text(text, { x: 0, y, width: room }, { size: 10.5, colour: ink.soft });
        }
        const box = { x: pen.width - reportWidth, y: top + 1, width: reportWidth, height: 20 };
        pen.box(box, { line: reportStyle.colour ?? ink.text });
        pen.text(block.report, { x: box.x, y: top + 15, width: reportWidth, align: 'center' }, reportStyle);
      },
    },
  ];
}

/** A heading, which stays with what follows. */
export function headingStrips(text: string, pen: Pen): Strip[] {
  return paragraph(text, pen, { size: 11, isStrong: true }, 3).map((strip) => ({ ...strip, joinsNext: true }));
}

/** A text, its first two lines together. */
export function textStrips({ text, isSmall = false }: { text: string; isSmall?: boolean }, pen: Pen): Strip[] {
  return paragraph(text, pen, isSmall ? { size: 7.5, colour: ink.soft } : { size: 8.5 }, 0);
}

function paragraph(text: string, pen: Pen, style: TextStyle, after: number): Strip[] {
  const lines = breakLines(text, pen.width, pen.measure(style));
  const line = style.size * 1.36;
  return lines.map((content, index) => ({
    height: line + (index === lines.length - 1 ? after : 0),
    joinsNext: index === 0 && lines.length > 1,
    draw: (top) => pen.text(content, { x: 0, y: top + line * 0.78, width: pen.width }, style),
  }));
}

const labelStyle: TextStyle = { size: 7, colour: ink.soft };
const valueStyle: TextStyle = { size: 9 };

/** Facts side by side, each under its label, as many to a line as there is room for. */
export function factStrips(facts: readonly PrintFact[], pen: Pen): Strip[] {
  const perLine = pen.width > 600 ? 4 : 3;
  const room = pen.width / perLine - 8;
  const strips: Strip[] = [];
  for (let index = 0; index < facts.length; index += perLine) {
    const shown = facts.slice(index, index + perLine).map(({ label, value }) => ({
      label,
      lines: breakLines(value, room, pen.measure(valueStyle)),
    }));
    strips.push({
      height: Math.max(...shown.map(({ lines }) => lines.length)) * 12 + 13,
      draw: (top) => {
        for (const [place, { label, lines }] of shown.entries()) {
          const x = (place * pen.width) / perLine;
          pen.text(label, { x, y: top + 8, width: room }, labelStyle);
          for (const [number, text] of lines.entries())
            pen.text(text, { x, y: top + 19 + number * 12, width: room }, valueStyle);
        }
      },
    });
  }
  return strips;
}
