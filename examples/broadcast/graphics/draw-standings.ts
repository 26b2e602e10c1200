import { picture, type Pen } from '../picture.ts';
import { gold, houseBlue, night } from './house-colours.ts';
import { writeText } from './lettering.ts';
import { easeOut, panel } from './panels.ts';

export type Standings = {
  readonly title: string;
  readonly rows: readonly {
    readonly rank: number;
    readonly organisation: string;
    readonly familyName: string;
    readonly value: string;
    readonly isNew: boolean;
  }[];
  readonly sinceMs: number;
};

const wide = 392;
const high = 34;

/** The standings at the right, line by line. */
export function drawStandings(pen: Pen, { title, rows, sinceMs }: Standings): void {
  const x = picture.width - wide - 30;
  let y = 92;
  const slide = (line: number): number => (1 - easeOut((sinceMs - line * 90) / 360)) * (wide + 60);
  panel(pen, x + slide(0), y, wide, 32, houseBlue, 7);
  writeText(pen, `${title} · STANDINGS`, x + 16 + slide(0), y + 21, {
    size: 10.5,
    colour: '#ffffff',
    weight: 0.19,
    maxWidth: wide - 34,
  });
  y += 35;
  rows.forEach(({ rank, organisation, familyName, value, isNew }, line) => {
    const left = x + slide(line + 1);
    const isFirst = rank === 1;
    panel(pen, left, y, wide, high - 2, isNew ? 'rgba(214, 225, 248, 0.96)' : night, 6);
    panel(pen, left, y, 38, high - 2, isFirst ? gold : '#24386c', 6);
    writeText(pen, String(rank), left + 19, y + 22, {
      size: 12,
      colour: isFirst ? '#101a36' : '#ffffff',
      align: 'centre',
      weight: 0.21,
      maxWidth: 26,
    });
    const ink = isNew ? '#101a36' : '#ffffff';
    writeText(pen, organisation, left + 50, y + 22, { size: 11.5, colour: isNew ? houseBlue : '#9db8f0', weight: 0.2 });
    writeText(pen, familyName, left + 104, y + 22, { size: 12, colour: ink, weight: 0.185, maxWidth: 166 });
    writeText(pen, value, left + wide - 18, y + 22, {
      size: 12,
      colour: isFirst && !isNew ? gold : ink,
      weight: 0.19,
      align: 'right',
    });
    y += high;
  });
}
