import type { Thing } from '../../broadcast/land/open-scenery.ts';
import { groundAt, type Relief } from '../../broadcast/land/relief.ts';
import { scoreboard } from '../../broadcast/land/scoreboard.ts';
import { boardLine, drawBoardText, drawBox } from '../../broadcast/land/solid.ts';
import { courseLength } from '../course.ts';
import { bannerBlue } from './banner-blue.ts';

/** The arch over the finish, and the scoreboard beside it. */
export function finishThings(relief: Relief, venue: string): Thing[] {
  const z = groundAt(relief, 0, courseLength);
  const half = 15;
  const arch: Thing = {
    x: 0,
    y: courseLength,
    z,
    tall: 8,
    draw: (pen, lens) => {
      for (const side of [-1, 1])
        drawBox(pen, lens, {
          x: side * half,
          y: courseLength,
          z: z - 1,
          wide: 1.5,
          deep: 1.5,
          high: 8,
          colours: bannerBlue,
        });
      drawBox(pen, lens, {
        x: 0,
        y: courseLength,
        z: z + 5.4,
        wide: 2 * half,
        deep: 1.1,
        high: 2,
        colours: bannerBlue,
      });
      const board = {
        left: [half - 1, courseLength + 0.56, z + 5.4],
        right: [1 - half, courseLength + 0.56, z + 5.4],
        high: 2,
      } as const;
      if (lens.y > courseLength + 2)
        drawBoardText(pen, lens, board, boardLine(`FINISH · ${venue}`, 2 * half - 2, 0.55, 0.95, '#ffffff'));
    },
  };
  const upright = { x: -25, y: courseLength + 4, wide: 14, high: 6 };
  const lines = [
    { up: 3.6, size: 1.15 },
    { up: 1.1, size: 1.5 },
  ] as const;
  return [arch, scoreboard(relief, { ...upright, lines })];
}
