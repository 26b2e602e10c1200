import type { Thing } from '../../broadcast/land/open-scenery.ts';
import { groundAt, type Relief } from '../../broadcast/land/relief.ts';
import { boardLine, drawBoardText, drawBox, drawFace } from '../../broadcast/land/solid.ts';

const concrete = { back: '#8c97ad', front: '#b3bccd', left: '#c3ccdc', right: '#98a3ba', top: '#f4f7fc' };
const house = { back: '#173a86', front: '#1d4aa8', left: '#2456be', right: '#123074', top: '#f4f7fc' };
const glass = { back: '#2a4268', front: '#3c5f92', left: '#4a72aa', right: '#22385a', top: '#f4f7fc' };
/** Three floors of judges beside the landing hill. */
export function judgesTower(relief: Relief): Thing {
  const [x, y] = [-42, 62];
  const z = groundAt(relief, x, y);
  return {
    x,
    y,
    z,
    tall: 18,
    draw: (pen, lens) => {
      drawBox(pen, lens, { x, y, z: z - 3, wide: 6, deep: 15, high: 10, colours: concrete });
      for (let floor = 0; floor < 3; floor += 1) {
        const lift = 3.4 * floor;
        drawBox(pen, lens, { x: x + 0.5, y, z: z + 7 + lift, wide: 7, deep: 16, high: 2.4, colours: glass });
        drawBox(pen, lens, { x: x + 0.5, y, z: z + 9.4 + lift, wide: 7.6, deep: 16.6, high: 1, colours: house });
      }
    },
  };
}

/** The wall below the edge, with the name of the hill. */
export function takeOffTable(venue: string): Thing {
  return {
    x: 0,
    y: 0.4,
    z: -2.6,
    tall: 3,
    draw: (pen, lens) => {
      if (lens.y < 0) return;
      drawFace(
        pen,
        lens,
        [
          [-5, 0, -3.4],
          [5, 0, -3.4],
          [5, 0, -0.1],
          [-5, 0, -0.1],
        ],
        '#1d4aa8',
      );
      drawBoardText(
        pen,
        lens,
        { left: [5, 0.05, -3.2], right: [-5, 0.05, -3.2], high: 3 },
        boardLine(venue, 10, 1, 0.8, '#ffffff'),
      );
    },
  };
}
