import type { Canvas } from '@napi-rs/canvas';
import { boardLine, drawBar, drawBoardText, drawBox, drawFace } from '../broadcast/land/solid.ts';
import type { Thing } from '../broadcast/land/open-scenery.ts';
import { drawSpectators, type Group } from '../broadcast/land/spectators.ts';
import { groundAt, type Relief } from '../broadcast/land/relief.ts';
import { seededRandom } from '../broadcast/random.ts';
import { sightLines } from './cameras.ts';
import { asideOf, courseLength, lineAt, type Course, type Gate, type SightLine } from './course.ts';

/** Gates, nets, start hut, finish and spectators. */
export function buildThings({ relief, gates, jumps }: Course, venue: string, crowd: readonly Canvas[]): Thing[] {
  return [
    ...gates.flatMap((gate) => gateThings(relief, gate)),
    ...netThings(relief),
    ...dyeThings(relief, jumps),
    hut(relief, venue),
    ...finish(relief, venue),
    ...spectators(relief).map((group): Thing => ({
      ...group,
      tall: 2,
      draw: (pen, lens, { joy, atMs }) => drawSpectators(pen, lens, crowd, group, joy, atMs),
    })),
  ];
}

/** Two flags: a cloth between two poles each. */
function gateThings(relief: Relief, { y, inner, outer, colour }: Gate): Thing[] {
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
        drawFace(
          pen,
          lens,
          [
            [x - 0.42, y, z + 0.75],
            [x + 0.42, y, z + 0.75],
            [x + 0.42, y + flutter, z + 1.6],
            [x - 0.42, y + flutter, z + 1.6],
          ],
          colour,
        );
        drawFace(
          pen,
          lens,
          [
            [x - 0.42, y, z + 1.12],
            [x + 0.42, y, z + 1.12],
            [x + 0.42, y + flutter, z + 1.24],
            [x - 0.42, y + flutter, z + 1.24],
          ],
          'rgba(255, 255, 255, 0.75)',
        );
      },
    };
  });
}

const dyeMetres = 5;

/** The marking of the course in blue: two lines along the way, and one across each jump. */
function dyeThings(relief: Relief, jumps: readonly number[]): Thing[] {
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

const panelMetres = 6;

/** Safety nets on both sides, where the piste bends and all the way down to the finish. */
function netThings(relief: Relief): Thing[] {
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

const wood = { back: '#6a4630', front: '#7d5539', left: '#8a6143', right: '#59391f', top: '#f4f7fc' };
const blue = { back: '#173a86', front: '#1d4aa8', left: '#2456be', right: '#123074', top: '#3a6ad0' };

function hut(relief: Relief, venue: string): Thing {
  const z = groundAt(relief, 0, -2);
  return {
    x: 0,
    y: -6,
    z,
    tall: 5,
    draw: (pen, lens) => {
      drawBox(pen, lens, { x: 0, y: -5.2, z: z - 0.6, wide: 7.2, deep: 4, high: 4.2, colours: wood });
      if (lens.y > -3) {
        drawFace(
          pen,
          lens,
          [
            [-1.7, -3.18, z],
            [1.7, -3.18, z],
            [1.7, -3.18, z + 2.5],
            [-1.7, -3.18, z + 2.5],
          ],
          '#1c1714',
        );
        drawFace(
          pen,
          lens,
          [
            [-1.7, -3.17, z],
            [-1.3, -3.17, z],
            [-0.9, -3.17, z + 2.5],
            [-1.7, -3.17, z + 2.5],
          ],
          '#2a2320',
        );
      }
      for (const x of [-3.9, 3.9]) drawBar(pen, lens, [x, -2.6, z], [x, -2.6, z + 3.6], 0.18, '#3d2a1c');
      drawBox(pen, lens, { x: 0, y: -2.6, z: z + 2.75, wide: 8.2, deep: 0.5, high: 1.05, colours: blue });
      drawBox(pen, lens, {
        x: 0,
        y: -4.6,
        z: z + 3.75,
        wide: 8.6,
        deep: 5.4,
        high: 0.42,
        colours: { ...wood, top: '#ffffff', front: '#eef3fb', back: '#dbe5f4', left: '#f6f9ff', right: '#cfdcf0' },
      });
      if (lens.y > -2) {
        drawBoardText(
          pen,
          lens,
          { left: [3.9, -2.3, z + 2.75], right: [-3.9, -2.3, z + 2.75], high: 1.05 },
          boardLine(venue, 7.8, 0.3, 0.46, '#ffffff'),
        );
      }
      // The wand that starts the clock, and the beacon of the start.
      drawBar(pen, lens, [-0.9, 0, z - 0.4], [-0.9, 0, z + 0.9], 0.08, '#20242e');
      drawBar(pen, lens, [0.9, 0, z - 0.4], [0.9, 0, z + 0.9], 0.08, '#20242e');
    },
  };
}

function finish(relief: Relief, venue: string): Thing[] {
  const z = groundAt(relief, 0, courseLength);
  const half = 15;
  const arch: Thing = {
    x: 0,
    y: courseLength,
    z,
    tall: 8,
    draw: (pen, lens) => {
      for (const side of [-1, 1])
        drawBox(pen, lens, { x: side * half, y: courseLength, z: z - 1, wide: 1.5, deep: 1.5, high: 8, colours: blue });
      drawBox(pen, lens, { x: 0, y: courseLength, z: z + 5.4, wide: 2 * half, deep: 1.1, high: 2, colours: blue });
      const board = {
        left: [half - 1, courseLength + 0.56, z + 5.4],
        right: [1 - half, courseLength + 0.56, z + 5.4],
        high: 2,
      } as const;
      if (lens.y > courseLength + 2)
        drawBoardText(pen, lens, board, boardLine(`FINISH · ${venue}`, 2 * half - 2, 0.55, 0.95, '#ffffff'));
    },
  };
  const x = -25;
  const y = courseLength + 4;
  const ground = groundAt(relief, x, y);
  const scoreboard: Thing = {
    x,
    y,
    z: ground,
    tall: 9,
    draw: (pen, lens, { board }) => {
      for (const side of [-5, 5])
        drawBar(pen, lens, [x + side, y, ground - 1], [x + side, y, ground + 4], 0.5, '#2a3040');
      drawBox(pen, lens, {
        x,
        y,
        z: ground + 3,
        wide: 14,
        deep: 1,
        high: 6,
        colours: { back: '#1a2030', front: '#0b1020', left: '#161c2c', right: '#10151f', top: '#f2f6fc' },
      });
      if (lens.y < y + 2) return;
      drawBoardText(
        pen,
        lens,
        { left: [x + 7, y + 0.55, ground + 3], right: [x - 7, y + 0.55, ground + 3], high: 6 },
        (own) => {
          boardLine(board[0], 14, 3.6, 1.15, '#ffd24a')(own);
          boardLine(board[1], 14, 1.1, 1.5, '#ffffff')(own);
        },
      );
    },
  };
  return [arch, scoreboard];
}

/** On both sides of the finish, and here and there along the nets. */
function spectators(relief: Relief): Group[] {
  const random = seededRandom(81);
  const groups: Group[] = [];
  const stand = (x: number, y: number, lift = 0): void => {
    groups.push({ x, y, z: groundAt(relief, x, y) + lift, kind: random.integer(0, 7), phase: random.between(0, 6) });
  };
  for (let row = 0; row < 4; row += 1) {
    for (let y = courseLength - 60; y < courseLength + 66; y += 2.9) {
      for (const side of [-1, 1])
        stand(side * (31 + row * 2.1) + random.between(-0.4, 0.4), y + random.between(-0.5, 0.5), row * 0.75);
    }
  }
  for (let y = 160; y < courseLength - 120; y += 11) {
    const side = Math.sin(y / 70) > 0 ? 1 : -1;
    if (Math.sin(y / 37) > 0.2) stand(lineAt(y) + side * 20.5, y);
  }
  return groups;
}
