import type { Thing } from '../../broadcast/land/open-scenery.ts';
import { drawBar, drawFace } from '../../broadcast/land/solid.ts';
import { landingAt } from '../hill.ts';

/** Twigs every five metres, the K point in red, the hill size in blue, all across the landing hill. */
export function hillLines({ kPoint, size }: { kPoint: number; size: number }): Thing[] {
  const across = (way: number, half: number, deep: number, colour: string): Thing => {
    const upper = landingAt(way - deep / 2);
    const lower = landingAt(way + deep / 2);
    return {
      x: 0,
      y: upper.y,
      z: upper.z,
      tall: 0.3,
      draw: (pen, lens) =>
        drawFace(
          pen,
          lens,
          [
            [-half, upper.y, upper.z + 0.04],
            [half, upper.y, upper.z + 0.04],
            [half, lower.y, lower.z + 0.04],
            [-half, lower.y, lower.z + 0.04],
          ],
          colour,
        ),
    };
  };
  const marks = Array.from({ length: 13 }, (_, index) => 60 + index * 5);
  return [
    ...marks.map((way) => across(way, 10.5, way % 10 === 0 ? 0.45 : 0.22, 'rgba(38, 92, 70, 0.75)')),
    across(kPoint, 13, 0.9, 'rgba(206, 34, 46, 0.88)'),
    across(size, 13, 0.9, 'rgba(28, 84, 208, 0.88)'),
    ...[-11.6, 11.6].flatMap((x) =>
      marks.map((way): Thing => {
        const { y, z } = landingAt(way);
        return {
          x,
          y,
          z,
          tall: 1.2,
          draw: (pen, lens) => drawBar(pen, lens, [x, y, z], [x, y, z + 0.9], 0.5, way === 100 ? '#c9202e' : '#244f3c'),
        };
      }),
    ),
  ];
}
