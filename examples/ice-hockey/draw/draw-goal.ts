import { rink } from '../rink.ts';
import type { Stage } from './draw-figure.ts';
import { picture } from '../../broadcast/picture.ts';
import { project } from './view.ts';

const { halfWidth, height, depth } = rink.goal;
const red = '#d3202f';

/** The far post, the back of the frame and the net behind it. */
export function drawGoalBack(stage: Stage, end: -1 | 1): void {
  if (outOfPicture(stage, end)) return;
  const back = end * (rink.goalLine + depth);
  const front = end * rink.goalLine;
  const upper = end * (rink.goalLine + depth * 0.45);
  const mesh: [number, number, number][][] = [];
  for (let step = 0; step <= 8; step += 1) {
    const y = -halfWidth + (step / 8) * halfWidth * 2;
    mesh.push([
      [upper, y, height],
      [back, y, 0],
    ]);
  }
  for (let step = 1; step <= 4; step += 1) {
    const share = step / 5;
    const x = back + (upper - back) * share;
    mesh.push([
      [x, -halfWidth, height * share],
      [x, halfWidth, height * share],
    ]);
  }
  for (let step = 0; step <= 4; step += 1) {
    const share = step / 4;
    const x = front + (upper - front) * share;
    const base = front + (back - front) * share;
    mesh.push([
      [x, halfWidth, height],
      [base, halfWidth, 0],
    ]);
    mesh.push([
      [x, -halfWidth, height],
      [x, halfWidth, height],
    ]);
  }
  strokes(stage, mesh, 'rgba(250, 252, 255, 0.75)', 0.8);
  strokes(
    stage,
    [
      [
        [back, -halfWidth, 0],
        [back, halfWidth, 0],
        [front, halfWidth, 0],
      ],
    ],
    '#e8ebf0',
    2,
  );
  strokes(
    stage,
    [
      [
        [front, halfWidth, 0],
        [front, halfWidth, height],
      ],
    ],
    red,
    3,
  );
}

/** The near side of the net, the near post and the crossbar. */
export function drawGoalFront(stage: Stage, end: -1 | 1): void {
  if (outOfPicture(stage, end)) return;
  const back = end * (rink.goalLine + depth);
  const front = end * rink.goalLine;
  const upper = end * (rink.goalLine + depth * 0.45);
  const mesh: [number, number, number][][] = [];
  for (let step = 1; step <= 4; step += 1) {
    const share = step / 4;
    mesh.push([
      [front + (upper - front) * share, -halfWidth, height],
      [front + (back - front) * share, -halfWidth, 0],
    ]);
    mesh.push([
      [front, -halfWidth, height * share * 0.95],
      [back + (upper - back) * share, -halfWidth, height * share * 0.95],
    ]);
  }
  strokes(stage, mesh, 'rgba(250, 252, 255, 0.6)', 0.8);
  strokes(
    stage,
    [
      [
        [back, -halfWidth, 0],
        [front, -halfWidth, 0],
      ],
    ],
    '#e8ebf0',
    2,
  );
  strokes(
    stage,
    [
      [
        [front, -halfWidth, 0],
        [front, -halfWidth, height],
        [front, halfWidth, height],
      ],
    ],
    red,
    3.4,
  );
}

/** The red lamp behind the goal and its glow on the ice and the glass. */
export function drawGoalLight({ pen, view, cameraX }: Stage, lit: -1 | 1 | undefined, frame: number): void {
  for (const end of [-1, 1] as const) {
    const { u, v, scale } = project(view, cameraX, end * (rink.halfLength + 0.2), 0, 2.75);
    const on = lit === end;
    if (on) {
      const pulse = 0.72 + 0.28 * Math.sin(frame * 0.75);
      const glow = pen.createRadialGradient(u, v, 0, u, v, scale * 7);
      glow.addColorStop(0, `rgba(255, 60, 50, ${0.85 * pulse})`);
      glow.addColorStop(0.25, `rgba(255, 40, 40, ${0.3 * pulse})`);
      glow.addColorStop(1, 'rgba(255, 30, 30, 0)');
      pen.fillStyle = glow;
      pen.fillRect(u - scale * 7, v - scale * 7, scale * 14, scale * 14);
    }
    pen.fillStyle = on ? '#ff5a48' : '#5b1420';
    pen.beginPath();
    pen.arc(u, v, scale * 0.2, 0, Math.PI * 2);
    pen.fill();
  }
}

function outOfPicture({ view, cameraX }: Stage, end: -1 | 1): boolean {
  const { u } = project(view, cameraX, end * rink.goalLine, 0, 0);
  return u < -100 || u > picture.width + 100;
}

function strokes(
  { pen, view, cameraX }: Stage,
  lines: [number, number, number][][],
  colour: string,
  width: number,
): void {
  pen.beginPath();
  for (const line of lines) {
    line.forEach(([x, y, up], index) => {
      const { u, v } = project(view, cameraX, x, y, up);
      if (index === 0) pen.moveTo(u, v);
      else pen.lineTo(u, v);
    });
  }
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
}
