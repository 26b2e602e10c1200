import type { Canvas } from '@napi-rs/canvas';
import type { Thing } from '../broadcast/land/open-scenery.ts';
import { groundAt, type Relief } from '../broadcast/land/relief.ts';
import { boardLine, drawBar, drawBoardText, drawBox, drawFace } from '../broadcast/land/solid.ts';
import { drawSpectators, type Group } from '../broadcast/land/spectators.ts';
import { seededRandom } from '../broadcast/random.ts';
import { inRunAt, inRunMetres, landingAt } from './hill.ts';

type Corner = [number, number, number];

/** In-run, start bar, judges' tower, the lines of the landing hill, scoreboard and spectators. */
export function buildThings(
  relief: Relief,
  hill: { kPoint: number; size: number },
  venue: string,
  startWay: number,
  crowd: readonly Canvas[],
): Thing[] {
  return [
    ...track(),
    bar(startWay),
    judgesTower(relief),
    table(venue),
    ...lines(hill),
    scoreboard(relief),
    ...spectators(relief).map((group): Thing => ({
      ...group,
      tall: 2,
      draw: (pen, lens, { joy, atMs }) => drawSpectators(pen, lens, crowd, group, joy, atMs),
    })),
  ];
}

const trackHalf = 1.5;
const pieceMetres = 3;

/** The in-run: an iced track with two grooves between boards, on trestles. */
function track(): Thing[] {
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
function bar(startWay: number): Thing {
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

const concrete = { back: '#8c97ad', front: '#b3bccd', left: '#c3ccdc', right: '#98a3ba', top: '#f4f7fc' };
const house = { back: '#173a86', front: '#1d4aa8', left: '#2456be', right: '#123074', top: '#f4f7fc' };
const glass = { back: '#2a4268', front: '#3c5f92', left: '#4a72aa', right: '#22385a', top: '#f4f7fc' };

function judgesTower(relief: Relief): Thing {
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
function table(venue: string): Thing {
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

/** Twigs every five metres, the K point in red, the hill size in blue, all across the landing hill. */
function lines({ kPoint, size }: { kPoint: number; size: number }): Thing[] {
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

function scoreboard(relief: Relief): Thing {
  const [x, y] = [38, landingAt(150).y];
  const z = groundAt(relief, x, y);
  return {
    x,
    y,
    z,
    tall: 10,
    draw: (pen, lens, { board }) => {
      for (const side of [-5, 5]) drawBar(pen, lens, [x + side, y, z - 1], [x + side, y, z + 4], 0.5, '#2a3040');
      drawBox(pen, lens, {
        x,
        y,
        z: z + 3,
        wide: 15,
        deep: 1,
        high: 7,
        colours: { back: '#1a2030', front: '#0b1020', left: '#161c2c', right: '#10151f', top: '#f2f6fc' },
      });
      if (lens.y < y + 2) return;
      drawBoardText(
        pen,
        lens,
        { left: [x + 7.5, y + 0.55, z + 3], right: [x - 7.5, y + 0.55, z + 3], high: 7 },
        (own) => {
          boardLine(board[0], 15, 4.2, 1.25, '#ffd24a')(own);
          boardLine(board[1], 15, 1.3, 1.7, '#ffffff')(own);
        },
      );
    },
  };
}

/** In a bowl around the out-run, and a few beside the landing hill. */
function spectators(relief: Relief): Group[] {
  const random = seededRandom(83);
  const groups: Group[] = [];
  for (let row = 0; row < 5; row += 1) {
    for (let way = 132; way < 262; way += 3.1) {
      for (const side of [-1, 1]) {
        const x = side * (50 + row * 2.2) + random.between(-0.5, 0.5);
        const y = landingAt(way).y + random.between(-0.6, 0.6);
        if (side > 0 && Math.abs(way - 150) < 12) continue;
        groups.push({
          x,
          y,
          z: groundAt(relief, x, y) + row * 0.5,
          kind: random.integer(0, 7),
          phase: random.between(0, 6),
        });
      }
    }
  }
  return groups;
}
