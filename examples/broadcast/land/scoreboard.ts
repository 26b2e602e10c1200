import type { Thing } from './open-scenery.ts';
import { groundAt, type Relief } from './relief.ts';
import { boardLine, drawBar, drawBoardText, drawBox } from './solid.ts';

export type Scoreboard = {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
  /** Of its two lines: how far up they are, and how tall the letters. */
  readonly lines: readonly [upper: BoardLine, lower: BoardLine];
};
type BoardLine = { readonly up: number; readonly size: number };

const dark = { back: '#1a2030', front: '#0b1020', left: '#161c2c', right: '#10151f', top: '#f2f6fc' };
const colours = ['#ffd24a', '#ffffff'];

/** A board on two posts that shows the two lines of the moment to whoever looks along the hill from below. */
export function scoreboard(relief: Relief, { x, y, wide, high, lines }: Scoreboard): Thing {
  const z = groundAt(relief, x, y);
  const foot = z + 3;
  const face = { left: [x + wide / 2, y + 0.55, foot], right: [x - wide / 2, y + 0.55, foot], high } as const;
  return {
    x,
    y,
    z,
    tall: high + 3,
    draw: (pen, lens, { board }) => {
      for (const side of [-5, 5]) drawBar(pen, lens, [x + side, y, z - 1], [x + side, y, z + 4], 0.5, '#2a3040');
      drawBox(pen, lens, { x, y, z: foot, wide, deep: 1, high, colours: dark });
      if (lens.y < y + 2) return;
      drawBoardText(pen, lens, face, (own) => {
        for (const [index, { up, size }] of lines.entries())
          boardLine(board[index] ?? '', wide, up, size, colours[index] ?? '#ffffff')(own);
      });
    },
  };
}
