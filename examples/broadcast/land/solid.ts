import { writeText } from '../graphics/lettering.ts';
import type { Pen } from '../picture.ts';
import { see, type Lens } from './lens.ts';

type Corner = readonly [x: number, y: number, z: number];

/** A flat polygon in space; nothing is drawn where a corner is behind the camera. */
export function drawFace(pen: Pen, lens: Lens, corners: readonly Corner[], colour: string): void {
  const seen = corners.map(([x, y, z]) => see(lens, x, y, z));
  if (seen.some(({ depth }) => depth < 0.8)) return;
  pen.fillStyle = colour;
  pen.beginPath();
  seen.forEach(({ u, v }, index) => (index === 0 ? pen.moveTo(u, v) : pen.lineTo(u, v)));
  pen.closePath();
  pen.fill();
}

/** A straight line with a thickness in metres. */
export function drawBar(pen: Pen, lens: Lens, from: Corner, to: Corner, thick: number, colour: string): void {
  const a = see(lens, ...from);
  const b = see(lens, ...to);
  if (a.depth < 0.8 || b.depth < 0.8) return;
  pen.strokeStyle = colour;
  pen.lineWidth = Math.max(0.6, thick * a.scale);
  pen.lineCap = 'butt';
  pen.beginPath();
  pen.moveTo(a.u, a.v);
  pen.lineTo(b.u, b.v);
  pen.stroke();
}

export type Box = { x: number; y: number; z: number; wide: number; deep: number; high: number; colours: BoxColours };
/** Of the sides that look against `y`, along it, to the left and to the right, and of the top. */
type BoxColours = { back: string; front: string; left: string; right: string; top: string };

/** A box on the ground around (x, y), its sides along the axes; only the sides towards the camera are drawn. */
export function drawBox(pen: Pen, lens: Lens, { x, y, z, wide, deep, high, colours }: Box): void {
  const [l, r, b, f] = [x - wide / 2, x + wide / 2, y - deep / 2, y + deep / 2];
  const top = z + high;
  const wall = (x1: number, y1: number, x2: number, y2: number, colour: string): void =>
    drawFace(
      pen,
      lens,
      [
        [x1, y1, z],
        [x2, y2, z],
        [x2, y2, top],
        [x1, y1, top],
      ],
      colour,
    );
  if (lens.x < l) wall(l, b, l, f, colours.left);
  if (lens.x > r) wall(r, b, r, f, colours.right);
  if (lens.y < b) wall(l, b, r, b, colours.back);
  if (lens.y > f) wall(l, f, r, f, colours.front);
  if (lens.z > top)
    drawFace(
      pen,
      lens,
      [
        [l, b, top],
        [r, b, top],
        [r, f, top],
        [l, f, top],
      ],
      colours.top,
    );
}

/** Lettering on an upright board: `left` and `right` are its lower corners as the reader sees them. */
export function drawBoardText(
  pen: Pen,
  lens: Lens,
  { left, right, high }: { left: Corner; right: Corner; high: number },
  write: (pen: Pen, unit: number) => void,
): void {
  const a = see(lens, ...left);
  const b = see(lens, ...right);
  const top = see(lens, left[0], left[1], left[2] + high);
  if (a.depth < 0.8 || b.depth < 0.8 || b.u <= a.u) return;
  const wide = Math.hypot(right[0] - left[0], right[1] - left[1]);
  pen.save();
  // In metres on the board, from its lower left corner, downwards below 0.
  pen.transform((b.u - a.u) / wide, (b.v - a.v) / wide, 0, (a.v - top.v) / high, a.u, a.v);
  write(pen, (b.u - a.u) / wide);
  pen.restore();
}

/** One line in the middle of a board. */
export function boardLine(text: string, wide: number, up: number, size: number, colour: string) {
  return (pen: Pen): void =>
    writeText(pen, text, wide / 2, -up, { size, colour, align: 'centre', weight: 0.2, maxWidth: wide * 0.92 });
}
