import type { Thing } from '../../broadcast/land/open-scenery.ts';
import { groundAt, type Relief } from '../../broadcast/land/relief.ts';
import { drawBar, drawFace } from '../../broadcast/land/solid.ts';
import { courseLength, lineAt, type Gate } from '../course.ts';

/** Two flags: a cloth between two poles each. */
export function gateThings(relief: Relief, { y, inner, outer, colour }: Gate): Thing[] {
  return [inner, outer].map((x): Thing => {
    const z = groundAt(relief, x, y);
    return {
      x,
      y,
      z,
      tall: 1.8,
      draw: (pen, lens, { atMs }) => {
        const flutter = 0.05 * Math.sin(atMs / 90 + y);
        for (const side of [-0.42, 0.42])
          drawBar(pen, lens, [x + side, y, z - 0.2], [x + side, y, z + 1.75], 0.045, colour);
        const cloth = (from: number, to: number, dye: string): void =>
          drawFace(
            pen,
            lens,
            [
              [x - 0.42, y, z + from],
              [x + 0.42, y, z + from],
              [x + 0.42, y + flutter, z + to],
              [x - 0.42, y + flutter, z + to],
            ],
            dye,
          );
        cloth(0.75, 1.6, colour);
        cloth(1.12, 1.24, 'rgba(255, 255, 255, 0.75)');
      },
    };
  });
}

const dyeMetres = 5;

/** The marking of the course in blue: two lines along the way, and one across each jump. */
export function dyeThings(relief: Relief, jumps: readonly number[]): Thing[] {
  const on = (x: number, y: number): [number, number, number] => [x, y, groundAt(relief, x, y) + 0.02];
  const line = (
    from: readonly [number, number, number],
    to: readonly [number, number, number],
    isAcross: boolean,
  ): Thing => ({
    x: from[0],
    y: from[1],
    z: from[2],
    tall: 0.4,
    draw: (pen, lens) => {
      const [dx, dy] = isAcross ? [0, 0.16] : [0.16, 0];
      const corner = ([x, y, z]: readonly [number, number, number], side: number): [number, number, number] => [
        x + dx * side,
        y + dy * side,
        z,
      ];
      drawFace(
        pen,
        lens,
        [corner(from, -1), corner(to, -1), corner(to, 1), corner(from, 1)],
        'rgba(44, 92, 204, 0.55)',
      );
    },
  });
  const along = Array.from({ length: Math.floor((courseLength - 8) / dyeMetres) }, (_, index) => 8 + index * dyeMetres);
  return [
    ...along.flatMap((y) =>
      [-5.6, 5.6].map((aside) =>
        line(on(lineAt(y) + aside, y), on(lineAt(y + dyeMetres) + aside, y + dyeMetres), false),
      ),
    ),
    ...[...jumps, courseLength].flatMap((y) =>
      [-4, -2, 0, 2, 4].map((aside) => line(on(lineAt(y) + aside - 1, y), on(lineAt(y) + aside + 1, y), true)),
    ),
  ];
}
