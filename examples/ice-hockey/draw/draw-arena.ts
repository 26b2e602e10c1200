import { rink, rinkOutline, type Point } from '../rink.ts';
import { drawCrowd, paintCrowd, type Crowd } from './crowd.ts';
import { drawLayer, type Layer } from './layer.ts';
import { paintFarBoards, sponsors } from './paint-boards.ts';
import { hallColour, paintIce } from './paint-ice.ts';
import { picture, type Pen } from '../../broadcast/picture.ts';
import { floorShear, project, wallShear, type Camera, type View } from './view.ts';

/** The painted layers of the hall for one camera position. */
export type Arena = { view: View; ice: Layer; boards: Layer; crowd: Crowd };

const sharpness = 1.25;

/** Paints the layers once, a little sharper than the picture so that they stand a zoom. */
export function buildArena(view: View, pixelsPerUnit: number): Arena {
  const detail = pixelsPerUnit * sharpness;
  return {
    view,
    crowd: paintCrowd(view, detail),
    ice: paintIce(view, detail),
    boards: paintFarBoards(view, detail),
  };
}

/** Draws stand, ice and far boards; `joy` from 0 to 1 lets the crowd jump. Expects the camera's transform on the pen. */
export function drawArena(pen: Pen, arena: Arena, camera: Camera, frame: number, joy: number): void {
  const { view, ice, boards } = arena;
  pen.fillStyle = hallColour;
  pen.fillRect(-2000, -200, 5000, 900);
  drawCrowd(pen, arena.crowd, camera.x, frame, joy);
  drawLayer(pen, ice, floorShear(view, 0, camera.x), 0);
  for (const end of [-1, 1] as const) drawEnd(pen, view, camera.x, end);
  drawLayer(pen, boards, wallShear(view, rink.halfWidth, camera.x), 0);
}

/** The near boards, seen from behind; drawn after everybody. */
export function drawNearBoards(pen: Pen, { view, x: cameraX, zoom, centreV }: Camera): void {
  const lowest = centreV + picture.height / 2 / zoom;
  const top = nearBoards.map(({ x, y }) => project(view, cameraX, x, y, rink.boardHeight + 0.08));
  if (top.every(({ u, v }) => v > lowest + 3 || u < -200 || u > picture.width + 200)) return;
  pen.beginPath();
  top.forEach(({ u, v }, index) => (index === 0 ? pen.moveTo(u, v) : pen.lineTo(u, v)));
  const low = picture.height + 400;
  const right = Math.max(...top.map(({ u }) => u)) + 300;
  const left = Math.min(...top.map(({ u }) => u)) - 300;
  pen.lineTo(right, top.at(-1)?.v ?? low);
  pen.lineTo(right, low);
  pen.lineTo(left, low);
  pen.lineTo(left, top[0]?.v ?? low);
  pen.closePath();
  pen.fillStyle = hallColour;
  pen.fill();
  pen.beginPath();
  top.forEach(({ u, v }, index) => (index === 0 ? pen.moveTo(u, v) : pen.lineTo(u, v)));
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = '#2a63c9';
  pen.lineWidth = 5;
  pen.stroke();
}

/** Boards and glass of one end with its far corner, which turn towards or away from the rolling camera. */
function drawEnd(pen: Pen, view: View, cameraX: number, end: -1 | 1): void {
  const loop = endLoop(end);
  const strip = (low: number, high: number, from = 0, to = loop.length - 1): void => {
    pen.beginPath();
    for (let index = from; index <= to; index += 1) trace(pen, view, cameraX, loop[index], low, index === from);
    for (let index = to; index >= from; index -= 1) trace(pen, view, cameraX, loop[index], high, false);
    pen.closePath();
  };
  const visible = loop.some(
    ({ x, y }) => Math.abs(project(view, cameraX, x, y, 0).u - picture.width / 2) < picture.width,
  );
  if (!visible) return;
  strip(0, rink.boardHeight);
  pen.fillStyle = '#e9eef5';
  pen.fill();
  for (let panel = 0; panel * 3 + 2 < loop.length; panel += 2) {
    strip(0.22, rink.boardHeight, panel * 3, panel * 3 + 2);
    pen.fillStyle = sponsors[(panel + (end > 0 ? 0 : 4)) % sponsors.length]?.back ?? '#ffffff';
    pen.fill();
  }
  strip(0, 0.22);
  pen.fillStyle = '#e3b62c';
  pen.fill();
  strip(rink.boardHeight - 0.03, rink.boardHeight + 0.09);
  pen.fillStyle = '#1d4fae';
  pen.fill();
  strip(rink.boardHeight + 0.09, rink.glassHeight);
  pen.fillStyle = 'rgba(190, 214, 245, 0.14)';
  pen.fill();
  pen.beginPath();
  for (let index = 0; index < loop.length; index += 2) {
    trace(pen, view, cameraX, loop[index], rink.boardHeight, true);
    trace(pen, view, cameraX, loop[index], rink.glassHeight, false);
  }
  loop.forEach((_, index) => trace(pen, view, cameraX, loop[index], rink.glassHeight, index === 0));
  pen.lineWidth = 0.8;
  pen.strokeStyle = 'rgba(228, 240, 255, 0.4)';
  pen.stroke();
}

function trace(pen: Pen, view: View, cameraX: number, point: Point | undefined, height: number, start: boolean): void {
  if (!point) return;
  const { u, v } = project(view, cameraX, point.x, point.y, height);
  if (start) pen.moveTo(u, v);
  else pen.lineTo(u, v);
}

const outline = rinkOutline(10);

/** From the far straight round the far corner and along the end, to where the near corner begins. */
function endLoop(end: -1 | 1): Point[] {
  const side = outline.filter(({ x, y }) => x * end >= rink.halfLength - rink.cornerRadius - 0.01 && y > 0);
  const sorted = side.toSorted((a, b) => b.y - a.y || a.x * end - b.x * end);
  const straight = [3.9, 1.3, -1.3, -3.9, -(rink.halfWidth - rink.cornerRadius)];
  return [...sorted, ...straight.map((y) => ({ x: end * rink.halfLength, y }))];
}

const nearBoards = outline.filter(({ y }) => y < 0).toSorted((a, b) => a.x - b.x || b.y - a.y);
