import type { Thing } from '../../broadcast/land/open-scenery.ts';
import { drawBar, drawBox, drawFace } from '../../broadcast/land/solid.ts';
import { inRunAt, inRunMetres } from '../hill.ts';

type Corner = [number, number, number];

const trackHalf = 1.5;
const pieceMetres = 3;

/** The in-run: an iced track with two grooves between boards, on trestles. */
export function inRunTrack(): Thing[] {
  return Array.from({ length: Math.floor((inRunMetres + 12) / pieceMetres) }, (_, piece): Thing => {
    const lower = inRunAt(piece * pieceMetres);
    const upper = inRunAt((piece + 1) * pieceMetres);
    const corner = (x: number, end: 'lower' | 'upper', lift = 0): Corner =>
      end === 'lower' ? [x, lower.y, lower.z + lift] : [x, upper.y, upper.z + lift];
    const strip = (left: number, right: number, lift: number): Corner[] => [
      corner(left, 'lower', lift),
      corner(right, 'lower', lift),
      corner(right, 'upper', lift),
      corner(left, 'upper', lift),
    ];
    return {
      x: 0,
      y: (lower.y + upper.y) / 2 - 2,
      z: lower.z - 3,
      tall: 4,
      draw: (pen, lens) => {
        const side = lens.x > 0 ? 1 : -1;
        const wall = (x: number, low: number, high: number, colour: string): void =>
          drawFace(
            pen,
            lens,
            [corner(x, 'lower', low), corner(x, 'upper', low), corner(x, 'upper', high), corner(x, 'lower', high)],
            colour,
          );
        wall(side * trackHalf, -3.6, 0, piece % 2 ? '#8d9bb8' : '#8796b4');
        wall(-side * trackHalf, 0, 0.5, '#d9e3f2');
        drawFace(pen, lens, strip(-trackHalf, trackHalf, 0), '#e4edf9');
        for (const x of [-0.17, 0.17]) drawFace(pen, lens, strip(x - 0.07, x + 0.07, 0.01), '#8fb2dd');
        wall(side * trackHalf, 0, 0.42, '#1d4aa8');
        if (piece % 3 === 0)
          drawBar(
            pen,
            lens,
            corner(side * trackHalf, 'lower', -0.05),
            corner(side * trackHalf, 'lower', -4.4),
            0.22,
            '#5e6f92',
          );
      },
    };
  });
}

/** Where the jumpers sit, with the light that lets them go. */
export function startBar(startWay: number): Thing {
  const { y, z } = inRunAt(startWay);
  return {
    x: 0,
    y: y - 0.6,
    z,
    tall: 2,
    draw: (pen, lens) => {
      drawBar(pen, lens, [-2.1, y - 0.3, z + 0.42], [2.1, y - 0.3, z + 0.42], 0.14, '#d3dae6');
      for (const side of [-1, 1])
        drawBar(pen, lens, [side * 2.1, y - 0.3, z - 0.5], [side * 2.1, y - 0.3, z + 1.2], 0.2, '#274b9c');
      drawBox(pen, lens, {
        x: -2.6,
        y: y + 2,
        z: z + 0.2,
        wide: 0.5,
        deep: 0.4,
        high: 1.5,
        colours: { back: '#222a3c', front: '#2b3550', left: '#333f60', right: '#1d2436', top: '#e8eef8' },
      });
      drawBar(pen, lens, [-2.6, y + 2.25, z + 1.3], [-2.6, y + 2.25, z + 1.5], 0.26, '#31d07a');
    },
  };
}
