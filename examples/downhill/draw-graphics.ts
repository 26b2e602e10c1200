import { outfitOf } from '../broadcast/figure/outfits.ts';
import { drawCorner } from '../broadcast/graphics/draw-corner.ts';
import { drawLeaderTag, drawNameBar } from '../broadcast/graphics/draw-name-bar.ts';
import { drawStandings } from '../broadcast/graphics/draw-standings.ts';
import { drawWipe } from '../broadcast/graphics/draw-wipe.ts';
import { faster, gold, night, slower } from '../broadcast/graphics/house-colours.ts';
import { writeText } from '../broadcast/graphics/lettering.ts';
import { drawTag, easeOut, panel } from '../broadcast/graphics/panels.ts';
import type { Sprites } from '../broadcast/graphics/sprite.ts';
import { frameRate, picture, type Pen } from '../broadcast/picture.ts';
import { differenceText, timeText, type Graphics } from './graphics-at.ts';

/** Lays the television graphics of a moment over the picture. */
export function drawGraphics(pen: Pen, sprites: Sprites, graphics: Graphics): void {
  const { title: whole, venueName, leader, bar, clock, difference, board, isReplay, atMs, wipes } = graphics;
  const title = whole.replace(' – Final', '');
  drawCorner(pen, sprites, {
    title,
    venueName,
    ...(leader && { leader: { ...leader.athlete, value: timeText(leader.time) } }),
  });
  if (bar !== undefined) {
    const { isIntroduced, out } = bar;
    const value = out ?? clock;
    drawNameBar(
      pen,
      {
        ...bar,
        colour: outfitOf(bar).suit,
        isOut: out !== undefined,
        ...(value !== undefined && { value }),
        ...(isIntroduced && { tag: 'ON THE START' }),
      },
      (x, y) => difference !== undefined && drawDifference(pen, x, y, difference),
    );
  }
  drawSpeed(pen, graphics);
  if (board !== undefined) {
    const rows = board.rows.map(({ rank, athlete, time, behind }) => ({
      ...athlete,
      rank,
      value: rank === 1 ? timeText(time) : differenceText(behind),
      isNew: athlete.code === board.newest,
    }));
    drawStandings(pen, { title, rows, sinceMs: board.sinceMs });
  }
  if (isReplay) drawTag(pen, 'REPLAY', '#1a4fb4', 1, Math.floor(atMs / 400) % 2 === 0);
  const frameOf = (ms: number): number => Math.round((ms / 1000) * frameRate);
  drawWipe(pen, wipes.map(frameOf), frameOf(atMs));
}

/** Green for faster than the best so far, red for slower. */
function drawDifference(
  pen: Pen,
  x: number,
  y: number,
  { place, difference, rank, sinceMs }: NonNullable<Graphics['difference']>,
): void {
  const wide = 176 * easeOut(sinceMs / 280);
  pen.save();
  pen.beginPath();
  pen.rect(x - 12, y - 40, wide + 12, 130);
  pen.clip();
  panel(pen, x - 4, y, 170, 48, difference < 0 || rank === 1 ? faster : slower, 9);
  writeText(pen, differenceText(difference), x + 104, y + 33, {
    size: 19,
    colour: '#ffffff',
    weight: 0.2,
    align: 'right',
  });
  panel(pen, x + 114, y + 5, 44, 38, 'rgba(0, 0, 0, 0.28)', 7);
  writeText(pen, String(rank), x + 136, y + 32, {
    size: 16,
    colour: rank === 1 ? gold : '#ffffff',
    weight: 0.21,
    align: 'centre',
    maxWidth: 30,
  });
  pen.restore();
  if (place === 'finish' && rank === 1 && sinceMs > 500)
    drawLeaderTag(pen, x, y, difference === 0 ? 'EQUAL LEADER' : 'NEW LEADER');
}

function drawSpeed(pen: Pen, { speedKmh }: Graphics): void {
  if (speedKmh === undefined) return;
  const x = picture.width - 196;
  panel(pen, x, 20, 168, 62, night, 9);
  panel(pen, x, 20, 14, 62, gold, 9);
  writeText(pen, 'SPEED', x + 26, 38, { size: 8, colour: '#b9c8e6', weight: 0.18 });
  writeText(pen, speedKmh.toFixed(1), x + 106, 72, { size: 23, colour: '#ffffff', weight: 0.19, align: 'right' });
  writeText(pen, 'KM/H', x + 114, 72, { size: 10, colour: gold, weight: 0.19 });
}
