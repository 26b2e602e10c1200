import { drawWipe } from '../broadcast/graphics/draw-wipe.ts';
import { writeText } from '../broadcast/graphics/lettering.ts';
import { drawEmblem, drawTag, easeOut, panel } from '../broadcast/graphics/panels.ts';
import type { Sprites } from '../broadcast/graphics/sprite.ts';
import { frameRate, picture, type Pen } from '../broadcast/picture.ts';
import { outfitOf } from './outfits.ts';
import { differenceText, timeText, type Graphics } from './graphics-at.ts';

const night = 'rgba(9, 16, 38, 0.9)';
const faster = '#15924c';
const slower = '#c4232f';
const gold = '#ffd24a';

/** Lays the television graphics of a moment over the picture. */
export function drawGraphics(pen: Pen, sprites: Sprites, graphics: Graphics): void {
  drawCorner(pen, sprites, graphics);
  drawBar(pen, graphics);
  drawSpeed(pen, graphics);
  drawBoard(pen, graphics);
  if (graphics.isReplay) drawTag(pen, 'REPLAY', '#1a4fb4', 1, Math.floor(graphics.atMs / 400) % 2 === 0);
  const frame = Math.round((graphics.atMs / 1000) * frameRate);
  drawWipe(
    pen,
    graphics.wipes.map((ms) => Math.round((ms / 1000) * frameRate)),
    frame,
  );
}

/** What is on, in the upper left corner, and below it the time to beat. */
function drawCorner(pen: Pen, sprites: Sprites, { title, venueName, leader }: Graphics): void {
  sprites.draw(pen, `corner/${title}`, { x: 24, y: 20, width: 330, height: 54 }, (own) => {
    panel(own, 0, 0, 300, 48, night, 8);
    panel(own, 0, 0, 50, 48, '#1a4fb4', 8);
    drawEmblem(own, 26, 24, 15);
    writeText(own, title.replace(' – Final', ''), 62, 22, { size: 13, colour: '#ffffff', weight: 0.19, maxWidth: 222 });
    writeText(own, venueName, 62, 39, { size: 8.5, colour: '#b9c8e6', weight: 0.17, maxWidth: 222 });
  });
  if (leader === undefined) return;
  sprites.draw(pen, `leader/${leader.athlete.code}`, { x: 24, y: 72, width: 330, height: 28 }, (own) => {
    panel(own, 0, 0, 292, 25, 'rgba(9, 16, 38, 0.78)', 5);
    panel(own, 0, 0, 26, 25, gold, 5);
    writeText(own, '1', 13, 18, { size: 11, colour: '#101a36', align: 'centre', weight: 0.21 });
    writeText(own, `${leader.athlete.organisation}  ${leader.athlete.familyName}`, 36, 18, {
      size: 10.5,
      colour: '#ffffff',
      weight: 0.18,
      maxWidth: 160,
    });
    writeText(own, timeText(leader.time), 280, 18, { size: 11, colour: gold, weight: 0.19, align: 'right' });
  });
}

/** Bib, organisation and name, the clock, and the difference at intermediates and the finish. */
function drawBar(pen: Pen, { bar, clock, difference }: Graphics): void {
  if (bar === undefined) return;
  const shown = easeOut(bar.sinceMs / 480);
  if (shown <= 0) return;
  const [x, y] = [36, 462];
  const wide = 430 + (clock === undefined ? 0 : 150);
  pen.save();
  pen.beginPath();
  pen.rect(x - 4, y - 70, (wide + 330) * shown, 130);
  pen.clip();
  const { suit } = outfitOf(bar);
  panel(pen, x, y, wide, 48, night, 9);
  panel(pen, x, y, 62, 48, '#f4f6fb', 9);
  writeText(pen, String(bar.bib), x + 32, y + 33, {
    size: 20,
    colour: '#12203f',
    align: 'centre',
    weight: 0.2,
    maxWidth: 38,
  });
  panel(pen, x + 57, y, 74, 48, suit, 9);
  writeText(pen, bar.organisation, x + 95, y + 31, { size: 15, colour: '#ffffff', align: 'centre', weight: 0.2 });
  writeText(pen, bar.givenName, x + 144, y + 17, { size: 9, colour: '#b9c8e6', weight: 0.18, maxWidth: 260 });
  writeText(pen, bar.familyName, x + 144, y + 39, { size: 16, colour: '#ffffff', weight: 0.19, maxWidth: 268 });
  if (clock !== undefined) drawClock(pen, x + 430, y, bar.out ?? clock, bar.out !== undefined);
  if (bar.isIntroduced) {
    panel(pen, x + 57, y - 28, 176, 26, 'rgba(26, 79, 180, 0.94)', 5);
    writeText(pen, 'ON THE START', x + 72, y - 10, { size: 10.5, colour: '#ffffff', weight: 0.19 });
  }
  if (difference !== undefined) drawDifference(pen, x + wide - 6, y, difference);
  pen.restore();
}

function drawClock(pen: Pen, x: number, y: number, text: string, isOut: boolean): void {
  panel(pen, x - 4, y, 154, 48, isOut ? slower : '#1a4fb4', 9);
  writeText(pen, text, x + 132, y + 34, {
    size: 21,
    colour: '#ffffff',
    weight: 0.19,
    align: 'right',
    spacing: 1.7,
    maxWidth: 126,
  });
}

/** Green for faster than the best so far, red for slower. */
function drawDifference(
  pen: Pen,
  x: number,
  y: number,
  { place, difference, rank, sinceMs }: NonNullable<Graphics['difference']>,
): void {
  const wide = 176 * easeOut(sinceMs / 280);
  const isAhead = difference < 0 || rank === 1;
  pen.save();
  pen.beginPath();
  pen.rect(x - 12, y - 40, wide + 12, 130);
  pen.clip();
  panel(pen, x - 4, y, 170, 48, isAhead ? faster : slower, 9);
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
  if (place === 'finish' && rank === 1 && sinceMs > 500) {
    panel(pen, x - 4, y - 30, 166, 27, gold, 6);
    writeText(pen, difference === 0 ? 'EQUAL LEADER' : 'NEW LEADER', x + 79, y - 11, {
      size: 11,
      colour: '#101a36',
      weight: 0.21,
      align: 'centre',
    });
  }
}

function drawSpeed(pen: Pen, { speedKmh }: Graphics): void {
  if (speedKmh === undefined) return;
  const x = picture.width - 196;
  panel(pen, x, 20, 168, 62, night, 9);
  panel(pen, x, 20, 14, 62, gold, 9);
  writeText(pen, speedKmh.toFixed(1), x + 106, 72, { size: 23, colour: '#ffffff', weight: 0.19, align: 'right' });
  writeText(pen, 'KM/H', x + 114, 72, { size: 10, colour: gold, weight: 0.19 });
  writeText(pen, 'SPEED', x + 26, 38, { size: 8, colour: '#b9c8e6', weight: 0.18 });
}

/** The standings, line by line. */
function drawBoard(pen: Pen, { board, title }: Graphics): void {
  if (board === undefined) return;
  const wide = 392;
  const x = picture.width - wide - 30;
  const high = 34;
  let y = 92;
  const appear = (line: number): number => easeOut((board.sinceMs - line * 90) / 360);
  const slide = (line: number): number => (1 - appear(line)) * (wide + 60);
  panel(pen, x + slide(0), y, wide, 32, '#1a4fb4', 7);
  writeText(pen, `${title.replace(' – Final', '')} · STANDINGS`, x + 16 + slide(0), y + 21, {
    size: 10.5,
    colour: '#ffffff',
    weight: 0.19,
    maxWidth: wide - 34,
  });
  y += 35;
  board.rows.forEach(({ rank, athlete, time, behind }, line) => {
    const left = x + slide(line + 1);
    const isNew = athlete.code === board.newest;
    panel(pen, left, y, wide, high - 2, isNew ? 'rgba(214, 225, 248, 0.96)' : night, 6);
    panel(pen, left, y, 38, high - 2, rank === 1 ? gold : '#24386c', 6);
    writeText(pen, String(rank), left + 19, y + 22, {
      size: 12,
      colour: rank === 1 ? '#101a36' : '#ffffff',
      align: 'centre',
      weight: 0.21,
      maxWidth: 26,
    });
    const ink = isNew ? '#101a36' : '#ffffff';
    writeText(pen, athlete.organisation, left + 50, y + 22, {
      size: 11.5,
      colour: isNew ? '#1a4fb4' : '#9db8f0',
      weight: 0.2,
    });
    writeText(pen, athlete.familyName, left + 104, y + 22, { size: 12, colour: ink, weight: 0.185, maxWidth: 166 });
    writeText(pen, rank === 1 ? timeText(time) : differenceText(behind), left + wide - 18, y + 22, {
      size: 12,
      colour: rank === 1 && !isNew ? gold : ink,
      weight: 0.19,
      align: 'right',
    });
    y += high;
  });
}
