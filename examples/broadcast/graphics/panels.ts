import { clamp } from '../blend.ts';
import { textWidth, writeText } from './lettering.ts';
import type { Sprites } from './sprite.ts';
import { picture, type Pen } from '../picture.ts';

/** A filled panel with slightly leaning sides. */
export function panel(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string | CanvasGradientLike,
  lean = 5,
): void {
  pen.beginPath();
  pen.moveTo(x + lean, y);
  pen.lineTo(x + width, y);
  pen.lineTo(x + width - lean, y + height);
  pen.lineTo(x, y + height);
  pen.closePath();
  pen.fillStyle = fill;
  pen.fill();
}
type CanvasGradientLike = ReturnType<Pen['createLinearGradient']>;

/** The mountain of the house. */
export function drawEmblem(pen: Pen, x: number, y: number, size: number): void {
  pen.fillStyle = '#ffffff';
  pen.beginPath();
  pen.moveTo(x - size * 1.15, y + size * 0.75);
  pen.lineTo(x - size * 0.3, y - size * 0.85);
  pen.lineTo(x + size * 0.12, y - size * 0.1);
  pen.lineTo(x + size * 0.42, y - size * 0.5);
  pen.lineTo(x + size * 1.15, y + size * 0.75);
  pen.closePath();
  pen.fill();
}

/** 0 before, 1 after, decelerating in between. */
export function easeOut(share: number): number {
  const rest = 1 - clamp(share, 0, 1);
  return 1 - rest * rest * rest;
}

/** How far a banner has slid in: rises within 12 frames of `from`, falls within the last 8 before `to`. */
export function presence(frame: number, from: number, to: number): number {
  if (frame < from || frame >= to) return 0;
  return Math.min(easeOut((frame - from) / 12), 1 - easeOut((frame - (to - 8)) / 8) || 0);
}

export type LowerThird = {
  colour: string;
  accent: string;
  number?: string;
  kicker: string;
  title: string;
  detail?: string;
};

/** The banner with number, name and a line of facts above the lower edge. */
export function drawLowerThird(pen: Pen, sprites: Sprites, banner: LowerThird, shown: number): void {
  if (shown <= 0) return;
  const { number, kicker, title, detail } = banner;
  const block = number === undefined ? 14 : 86;
  const longest = Math.max(textWidth(title, 22), detail ? textWidth(detail, 9.5) : 0, textWidth(kicker, 10.5));
  const width = block + clamp(longest + 56, 250, 640);
  pen.save();
  pen.globalAlpha = Math.min(1, shown * 1.4);
  pen.beginPath();
  pen.rect(40, 410, (width + 24) * shown, 94);
  pen.clip();
  const at = { x: 46, y: 418, width: width + 4, height: 80 };
  sprites.draw(pen, JSON.stringify(banner), at, (own) => paintLowerThird(own, banner, block, width - block));
  pen.restore();
}

function paintLowerThird(
  pen: Pen,
  { colour, accent, number, kicker, title, detail }: LowerThird,
  block: number,
  body: number,
): void {
  const high = 78;
  const dusk = pen.createLinearGradient(0, 0, block + body, 0);
  dusk.addColorStop(0, 'rgba(10, 17, 38, 0.95)');
  dusk.addColorStop(1, 'rgba(16, 28, 60, 0.88)');
  panel(pen, block - 8, 0, body, high, dusk, 12);
  panel(pen, 0, 0, block, high, colour, 12);
  panel(pen, block - 11, 0, 9, high, accent, 8);
  if (number !== undefined) {
    writeText(pen, number, block / 2 - 2, 55, {
      size: 33,
      colour: '#ffffff',
      align: 'centre',
      weight: 0.17,
      slant: 0.12,
      maxWidth: 48,
    });
  }
  const x = block + 16;
  const maxWidth = body - 52;
  writeText(pen, kicker, x, 20, {
    size: 10.5,
    colour: accent === '#ffffff' ? '#ffb3ae' : accent,
    weight: 0.19,
    maxWidth,
  });
  writeText(pen, title, x, 51, { size: 22, colour: '#ffffff', weight: 0.185, maxWidth });
  if (detail) writeText(pen, detail, x, 68, { size: 9.5, colour: '#b9c8e6', weight: 0.16, maxWidth });
}

/** A full-width band across the picture with one big word: a goal, no goal, the end of the period. */
export function drawSplash(
  pen: Pen,
  word: string,
  small: string,
  colour: string,
  accent: string,
  shown: number,
  frame: number,
): void {
  if (shown <= 0) return;
  const middle = 318;
  const half = 46 * shown;
  pen.save();
  pen.globalAlpha = 0.94;
  pen.beginPath();
  pen.moveTo(-20, middle + half + 10);
  pen.lineTo(picture.width + 20, middle + half - 22);
  pen.lineTo(picture.width + 20, middle - half - 10);
  pen.lineTo(-20, middle - half + 22);
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill();
  pen.clip();
  pen.globalAlpha = 0.13;
  for (let stripe = -2; stripe < 14; stripe += 1) {
    const x = stripe * 90 + ((frame * 5) % 90);
    panel(pen, x, middle - 80, 44, 160, '#ffffff', 34);
  }
  pen.globalAlpha = 1;
  const spread = 1.9 + (1 - shown) * 6;
  writeText(pen, word, picture.width / 2, middle + 13, {
    size: 42,
    colour: '#ffffff',
    align: 'centre',
    weight: 0.19,
    slant: 0.14,
    spacing: spread,
  });
  writeText(pen, small, picture.width / 2, middle + 31, {
    size: 9.5,
    colour: accent,
    align: 'centre',
    weight: 0.18,
    spacing: 2.6,
  });
  pen.restore();
}

/** A tag in the upper right corner, such as REPLAY. */
export function drawTag(pen: Pen, text: string, colour: string, shown: number, blink: boolean): void {
  if (shown <= 0) return;
  const width = textWidth(text, 12) + 52;
  const x = picture.width - 30 - width * shown;
  pen.save();
  pen.globalAlpha = shown;
  panel(pen, x, 24, width, 34, colour);
  pen.fillStyle = blink ? '#ffffff' : 'rgba(255, 255, 255, 0.25)';
  pen.beginPath();
  pen.arc(x + 20, 41, 4.5, 0, Math.PI * 2);
  pen.fill();
  writeText(pen, text, x + 34, 47, { size: 12, colour: '#ffffff', weight: 0.19 });
  pen.restore();
}
