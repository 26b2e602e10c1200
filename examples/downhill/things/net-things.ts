import type { Thing } from '../../broadcast/land/open-scenery.ts';
import { groundAt, type Relief } from '../../broadcast/land/relief.ts';
import { drawBar, drawFace } from '../../broadcast/land/solid.ts';
import { sightLines } from '../cameras.ts';
import { asideOf, courseLength, lineAt, type SightLine } from '../course.ts';

const panelMetres = 6;

/** Safety nets on both sides, where the piste bends and all the way down to the finish. */
export function netThings(relief: Relief): Thing[] {
  const things: Thing[] = [];
  const views = sightLines();
  for (let y = 30; y < courseLength - 12; y += panelMetres) {
    const bend = lineAt(y - 30) + lineAt(y + 30) - 2 * lineAt(y);
    for (const side of [-1, 1]) {
      // The outer side of the bend, and the last metres.
      if (bend * side > 4 && y < courseLength - 150) continue;
      if (Math.abs(bend) < 3 && y < courseLength - 150 && Math.floor(y / 90) % 3 === 0) continue;
      // No net in front of a camera.
      if (views.some((view) => crosses(view, lineAt(y) + side * 18, y))) continue;
      const at = (way: number): [number, number, number] => {
        const x = lineAt(way) + side * 18;
        return [x, way, groundAt(relief, x, way)];
      };
      things.push(net(at(y), at(y + panelMetres)));
    }
  }
  return things;
}

/** Whether a net would stand in the nearer part of what a camera looks at. */
function crosses(view: SightLine, x: number, y: number): boolean {
  const { share, distance } = asideOf(view, x, y);
  return distance < 4.5 && share < 0.8;
}

function net(from: readonly [number, number, number], to: readonly [number, number, number]): Thing {
  const high = 1.9;
  return {
    x: (from[0] + to[0]) / 2,
    y: (from[1] + to[1]) / 2,
    z: (from[2] + to[2]) / 2,
    tall: high,
    draw: (pen, lens) => {
      const up = (corner: readonly [number, number, number], by: number): [number, number, number] => [
        corner[0],
        corner[1],
        corner[2] + by,
      ];
      drawFace(pen, lens, [up(from, 0.05), up(to, 0.05), up(to, high), up(from, high)], 'rgba(214, 62, 40, 0.42)');
      drawBar(pen, lens, up(from, high), up(to, high), 0.07, 'rgba(196, 44, 30, 0.9)');
      drawBar(pen, lens, up(from, high / 2), up(to, high / 2), 0.04, 'rgba(196, 44, 30, 0.6)');
      drawBar(pen, lens, from, up(from, high + 0.15), 0.07, '#f0c53a');
    },
  };
}
