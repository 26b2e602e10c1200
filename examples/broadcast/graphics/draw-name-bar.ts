import type { Pen } from '../picture.ts';
import { gold, houseBlue, night, slower } from './house-colours.ts';
import { writeText } from './lettering.ts';
import { easeOut, panel } from './panels.ts';

export type NameBar = {
  readonly bib: number;
  readonly organisation: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly colour: string;
  readonly sinceMs: number;
  /** A word above the bar. */
  readonly tag?: string;
  /** To the right: the clock, a distance, points; or that somebody is out. */
  readonly value?: string;
  readonly isOut?: boolean;
};

const nameBarAt = { x: 36, y: 462, name: 430, value: 150 } as const;

/** Bib, organisation and name above the lower edge; `more` draws what follows to the right, within the same sweep. */
export function drawNameBar(pen: Pen, bar: NameBar, more: (x: number, y: number) => void): void {
  const { bib, organisation, givenName, familyName, colour, sinceMs, tag, value, isOut = false } = bar;
  const shown = easeOut(sinceMs / 480);
  if (shown <= 0) return;
  const { x, y } = nameBarAt;
  const wide = nameBarAt.name + (value === undefined ? 0 : nameBarAt.value);
  pen.save();
  pen.beginPath();
  pen.rect(x - 4, y - 70, (wide + 330) * shown, 130);
  pen.clip();
  panel(pen, x, y, wide, 48, night, 9);
  panel(pen, x, y, 62, 48, '#f4f6fb', 9);
  writeText(pen, String(bib), x + 32, y + 33, {
    size: 20,
    colour: '#12203f',
    align: 'centre',
    weight: 0.2,
    maxWidth: 38,
  });
  panel(pen, x + 57, y, 74, 48, colour, 9);
  writeText(pen, organisation, x + 95, y + 31, { size: 15, colour: '#ffffff', align: 'centre', weight: 0.2 });
  writeText(pen, givenName, x + 144, y + 17, { size: 9, colour: '#b9c8e6', weight: 0.18, maxWidth: 260 });
  writeText(pen, familyName, x + 144, y + 39, { size: 16, colour: '#ffffff', weight: 0.19, maxWidth: 268 });
  if (value !== undefined) {
    const at = x + nameBarAt.name;
    panel(pen, at - 4, y, 154, 48, isOut ? slower : houseBlue, 9);
    writeText(pen, value, at + 132, y + 34, {
      size: 21,
      colour: '#ffffff',
      weight: 0.19,
      align: 'right',
      spacing: 1.7,
      maxWidth: 126,
    });
  }
  if (tag !== undefined) {
    panel(pen, x + 57, y - 28, 176, 26, 'rgba(26, 79, 180, 0.94)', 5);
    writeText(pen, tag, x + 72, y - 10, { size: 10.5, colour: '#ffffff', weight: 0.19, maxWidth: 150 });
  }
  more(x + wide - 6, y);
  pen.restore();
}

/** A golden tag above what follows the bar. */
export function drawLeaderTag(pen: Pen, x: number, y: number, text: string): void {
  panel(pen, x - 4, y - 30, 166, 27, gold, 6);
  writeText(pen, text, x + 79, y - 11, { size: 11, colour: '#101a36', weight: 0.21, align: 'centre', maxWidth: 146 });
}
