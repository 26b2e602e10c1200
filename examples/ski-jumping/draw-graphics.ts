import { outfitOf } from '../broadcast/figure/outfits.ts';
import { drawCorner } from '../broadcast/graphics/draw-corner.ts';
import { drawLeaderTag, drawNameBar } from '../broadcast/graphics/draw-name-bar.ts';
import { drawStandings } from '../broadcast/graphics/draw-standings.ts';
import { drawWipe } from '../broadcast/graphics/draw-wipe.ts';
import { faster, gold, houseBlue, night, slower } from '../broadcast/graphics/house-colours.ts';
import { writeText } from '../broadcast/graphics/lettering.ts';
import { drawTag, easeOut, panel } from '../broadcast/graphics/panels.ts';
import type { Sprites } from '../broadcast/graphics/sprite.ts';
import { frameRate, picture, type Pen } from '../broadcast/picture.ts';
import type { Graphics } from './graphics-at.ts';

/** Lays the television graphics of a moment over the picture. */
export function drawGraphics(pen: Pen, sprites: Sprites, graphics: Graphics): void {
  const { title: whole, venueName, leader, bar, distance, result, board, isReplay, atMs, wipes } = graphics;
  const title = whole.replace(' – ', ' · ');
  drawCorner(pen, sprites, {
    title,
    venueName,
    ...(leader && { leader: { ...leader.athlete, value: leader.total.toFixed(1) } }),
  });
  if (bar !== undefined) {
    const value = bar.isOut ? 'DSQ' : distance === undefined ? undefined : `${distance.toFixed(1)} M`;
    drawNameBar(
      pen,
      {
        ...bar,
        colour: outfitOf(bar).suit,
        ...(value !== undefined && { value }),
        ...(bar.isIntroduced && { tag: 'ON THE BAR' }),
      },
      (x, y) => drawRank(pen, x, y, result),
    );
  }
  drawConditions(pen, graphics);
  drawResult(pen, graphics);
  if (board !== undefined) {
    const rows = board.rows.map(({ rank, athlete, total, behind }) => ({
      ...athlete,
      rank,
      value: rank === 1 ? total.toFixed(1) : `-${behind.toFixed(1)}`,
      isNew: athlete.code === board.newest,
    }));
    drawStandings(pen, { title, rows, sinceMs: board.sinceMs });
  }
  if (isReplay) drawTag(pen, 'REPLAY', houseBlue, 1, Math.floor(atMs / 400) % 2 === 0);
  const frameOf = (ms: number): number => Math.round((ms / 1000) * frameRate);
  drawWipe(pen, wipes.map(frameOf), frameOf(atMs));
}

/** The total of both rounds and the rank that it gives. */
function drawRank(pen: Pen, x: number, y: number, result: Graphics['result']): void {
  if (result === undefined) return;
  const { total, rank, sinceMs } = result;
  const wide = 176 * easeOut((sinceMs - 500) / 280);
  if (wide <= 0) return;
  pen.save();
  pen.beginPath();
  pen.rect(x - 12, y - 40, wide + 12, 130);
  pen.clip();
  panel(pen, x - 4, y, 170, 48, rank === 1 ? faster : '#2c3c68', 9);
  writeText(pen, total.toFixed(1), x + 106, y + 33, {
    size: 19,
    colour: '#ffffff',
    weight: 0.2,
    align: 'right',
    maxWidth: 92,
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
  if (rank === 1 && sinceMs > 1100) drawLeaderTag(pen, x, y, 'NEW LEADER');
}

/** Wind and gate before the jump; the speed at the edge during it. */
function drawConditions(pen: Pen, { conditions, speedKmh }: Graphics): void {
  const x = picture.width - 206;
  const box = (label: string, value: string, unit: string, y: number, colour: string): void => {
    panel(pen, x, y, 178, 50, night, 8);
    panel(pen, x, y, 13, 50, colour, 8);
    writeText(pen, label, x + 26, y + 17, { size: 8, colour: '#b9c8e6', weight: 0.18 });
    writeText(pen, value, x + 108, y + 41, { size: 17, colour: '#ffffff', weight: 0.19, align: 'right' });
    writeText(pen, unit, x + 116, y + 41, { size: 9.5, colour: gold, weight: 0.19 });
  };
  if (speedKmh !== undefined) box('SPEED', speedKmh.toFixed(1), 'KM/H', 22, gold);
  if (conditions === undefined) return;
  const { windMetresPerSecond: wind, gate } = conditions;
  box(
    wind >= 0 ? 'HEAD WIND' : 'TAIL WIND',
    `${wind >= 0 ? '+' : '-'}${Math.abs(wind).toFixed(2)}`,
    'M/S',
    22,
    wind >= 0 ? faster : slower,
  );
  drawArrow(pen, x + 152, 36, wind >= 0 ? faster : slower, wind >= 0 ? -1 : 1);
  box('GATE', String(gate), '', 78, houseBlue);
}

function drawArrow(pen: Pen, x: number, y: number, colour: string, direction: 1 | -1): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(x + direction * 11, y);
  pen.lineTo(x - direction * 4, y - 8);
  pen.lineTo(x - direction * 4, y + 8);
  pen.closePath();
  pen.fill();
}

/** The five marks, the best and the worst struck out, with the points for wind and gate and those of the jump. */
function drawResult(pen: Pen, { result }: Graphics): void {
  if (result === undefined) return;
  const { marks, compensation, points, sinceMs } = result;
  const y = 388;
  const x = 36 + 57;
  marks.forEach(({ mark, isStruck }, index) => {
    const shown = easeOut((sinceMs - index * 130) / 260);
    if (shown <= 0) return;
    const left = x + index * 68;
    pen.globalAlpha = shown;
    panel(pen, left, y, 64, 38, isStruck ? 'rgba(60, 68, 90, 0.86)' : night, 7);
    writeText(pen, mark.toFixed(1), left + 32, y + 26, {
      size: 13,
      colour: isStruck ? '#98a3bb' : '#ffffff',
      align: 'centre',
      weight: 0.19,
    });
    if (isStruck && sinceMs > 900) {
      pen.strokeStyle = '#ff6a60';
      pen.lineWidth = 2.6;
      pen.beginPath();
      pen.moveTo(left + 12, y + 29);
      pen.lineTo(left + 52, y + 10);
      pen.stroke();
    }
    pen.globalAlpha = 1;
  });
  if (sinceMs < 800) return;
  const sign = compensation < 0 ? '-' : '+';
  const right = x + 5 * 68 + 4;
  panel(pen, right, y, 150, 38, night, 7);
  writeText(pen, 'WIND / GATE', right + 14, y + 15, { size: 7.5, colour: '#b9c8e6', weight: 0.18 });
  writeText(pen, `${sign}${Math.abs(compensation).toFixed(1)}`, right + 134, y + 31, {
    size: 13,
    colour: compensation < 0 ? '#ff8f86' : '#6fe0a0',
    align: 'right',
    weight: 0.19,
  });
  panel(pen, right + 154, y, 138, 38, houseBlue, 7);
  writeText(pen, 'POINTS', right + 168, y + 15, { size: 7.5, colour: '#cfe0ff', weight: 0.18 });
  writeText(pen, points.toFixed(1), right + 278, y + 31, { size: 14, colour: '#ffffff', align: 'right', weight: 0.2 });
}
