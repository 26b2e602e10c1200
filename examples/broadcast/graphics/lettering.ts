import { capHeight, glyphs, marks } from './glyphs.ts';
import type { Pen } from '../picture.ts';

export type TextStyle = {
  /** Height of a capital in picture units. */
  size: number;
  colour: string;
  /** Width of a stroke as a share of the cap height; default 0.17. */
  weight?: number;
  align?: 'left' | 'centre' | 'right';
  /** Space between letters in font units of a sixth of the cap height; default 1.9. */
  spacing?: number;
  /** Lean to the right, as the tangent of the angle. */
  slant?: number;
  /** The text is narrowed to fit into this width. */
  maxWidth?: number;
};

type Polyline = { x: number; y: number }[];

/** Writes one line in capitals; `y` is the baseline. */
export function writeText(pen: Pen, text: string, x: number, y: number, style: TextStyle): void {
  const { lines, width } = layOut(text, style.spacing ?? defaultSpacing);
  const unit = style.size / capHeight;
  const full = width * unit;
  const narrow = style.maxWidth !== undefined && full > style.maxWidth ? style.maxWidth / full : 1;
  const shift = style.align === 'centre' ? (full * narrow) / 2 : style.align === 'right' ? full * narrow : 0;
  const slant = style.slant ?? 0;
  pen.beginPath();
  for (const line of lines) {
    line.forEach((point, index) => {
      const above = (capHeight - point.y) * unit;
      const penX = x - shift + point.x * unit * narrow + above * slant;
      if (index === 0) pen.moveTo(penX, y - above);
      else pen.lineTo(penX, y - above);
    });
  }
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.lineWidth = style.size * (style.weight ?? 0.17);
  pen.strokeStyle = style.colour;
  pen.stroke();
}

/** Width of a line in picture units, without the half strokes at its ends. */
export function textWidth(text: string, size: number, spacing = defaultSpacing): number {
  return (layOut(text, spacing).width * size) / capHeight;
}

/** The strokes of a line as polylines in font units (6 = cap height, y downwards), to be laid on any surface. */
export function textStrokes(text: string, spacing = defaultSpacing): { lines: Polyline[]; width: number } {
  return layOut(text, spacing);
}

const defaultSpacing = 1.9;
const layouts = new Map<string, { lines: Polyline[]; width: number }>();

function layOut(text: string, spacing: number): { lines: Polyline[]; width: number } {
  const key = `${spacing}/${text}`;
  const known = layouts.get(key);
  if (known) return known;
  const lines: Polyline[] = [];
  let x = 0;
  let middle = 0;
  for (const character of letters(text)) {
    const mark = marks[character];
    if (mark !== undefined) {
      lines.push(...flatten(mark, middle));
      continue;
    }
    const glyph = glyphs[character] ?? glyphs['?'];
    if (!glyph) continue;
    lines.push(...flatten(glyph.strokes, x));
    middle = x + glyph.width / 2;
    x += glyph.width + spacing;
  }
  const layout = { lines, width: Math.max(0, x - spacing) };
  if (layouts.size > 2000) layouts.clear();
  layouts.set(key, layout);
  return layout;
}

/** Capitals and their marks as separate characters; sharp s becomes SS and the dotless i an I. */
function letters(text: string): string[] {
  return Array.from(text.toLocaleUpperCase('en').normalize('NFD'));
}

function flatten(strokes: string, offsetX: number): Polyline[] {
  const lines: Polyline[] = [];
  for (const [, command, numbers] of strokes.matchAll(/([MLQ])([^MLQ]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0] = (numbers ?? '').trim().split(/\s+/).map(Number);
    const line = lines.at(-1);
    const from = line?.at(-1);
    if (command === 'M') lines.push([{ x: offsetX + a, y: b }]);
    else if (command === 'L') line?.push({ x: offsetX + a, y: b });
    else if (from) line?.push(...curve(from, { x: offsetX + a, y: b }, { x: offsetX + c, y: d }));
  }
  return lines;
}

function curve(from: { x: number; y: number }, by: { x: number; y: number }, to: { x: number; y: number }): Polyline {
  return [1, 2, 3, 4, 5].map((step) => {
    const share = step / 5;
    const rest = 1 - share;
    return {
      x: rest * rest * from.x + 2 * rest * share * by.x + share * share * to.x,
      y: rest * rest * from.y + 2 * rest * share * by.y + share * share * to.y,
    };
  });
}
