import type { Pen } from '../picture.ts';
import { writeText } from './lettering.ts';
import { drawEmblem, panel } from './panels.ts';
import { gold, night } from './house-colours.ts';
import type { Sprites } from './sprite.ts';

export type Corner = {
  readonly title: string;
  readonly venueName: string;
  /** Who is ahead, and with what. */
  readonly leader?: { readonly organisation: string; readonly familyName: string; readonly value: string };
};

/** What is on, in the upper left corner, and below it the mark to beat. */
export function drawCorner(pen: Pen, sprites: Sprites, { title, venueName, leader }: Corner): void {
  sprites.draw(pen, `corner/${title}`, { x: 24, y: 20, width: 330, height: 54 }, (own) => {
    panel(own, 0, 0, 300, 48, night, 8);
    panel(own, 0, 0, 50, 48, '#1a4fb4', 8);
    drawEmblem(own, 26, 24, 15);
    writeText(own, title, 62, 22, { size: 13, colour: '#ffffff', weight: 0.19, maxWidth: 222 });
    writeText(own, venueName, 62, 39, { size: 8.5, colour: '#b9c8e6', weight: 0.17, maxWidth: 222 });
  });
  if (leader === undefined) return;
  const { organisation, familyName, value } = leader;
  sprites.draw(pen, `leader/${familyName}/${value}`, { x: 24, y: 72, width: 330, height: 28 }, (own) => {
    panel(own, 0, 0, 292, 25, 'rgba(9, 16, 38, 0.78)', 5);
    panel(own, 0, 0, 26, 25, gold, 5);
    writeText(own, '1', 13, 18, { size: 11, colour: '#101a36', align: 'centre', weight: 0.21 });
    writeText(own, `${organisation}  ${familyName}`, 36, 18, {
      size: 10.5,
      colour: '#ffffff',
      weight: 0.18,
      maxWidth: 160,
    });
    writeText(own, value, 280, 18, { size: 11, colour: gold, weight: 0.19, align: 'right' });
  });
}
