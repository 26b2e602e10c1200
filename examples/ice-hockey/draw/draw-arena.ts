import { createCanvas } from '@napi-rs/canvas';
import { seededRandom } from '../random.ts';
import { rink, rinkOutline, type Point } from '../rink.ts';
import { paintFarBoards, sponsors } from './paint-boards.ts';
import { hallColour, paintIce, type Layer } from './paint-ice.ts';
import { floorShear, picture, project, wallShear, type Camera, type Pen, type Shear, type View } from './view.ts';

/** The painted layers of the hall for one camera position. */
export type Arena = { view: View; ice: Layer; boards: Layer; rows: readonly CrowdRow[] };

type CrowdRow = { v: number; shiftPerMetre: number; seated: Layer; seats: readonly [Layer, Layer]; phase: number };

const rowCount = 13;
const sharpness = 1.25;

/** Paints the layers once, a little sharper than the picture so that they stand a zoom. */
export function buildArena(view: View, pixelsPerUnit: number): Arena {
  const detail = pixelsPerUnit * sharpness;
  const rows = Array.from({ length: rowCount }, (_, row) => paintRow(view, rowCount - 1 - row, detail)).filter(
    ({ v }) => v > -30,
  );
  return {
    view,
    rows,
    ice: paintIce(view, detail),
    boards: paintFarBoards(view, detail),
  };
}

/** Draws stand, ice and far boards; `joy` from 0 to 1 lets the crowd jump. Expects the camera's transform on the pen. */
export function drawArena(pen: Pen, arena: Arena, camera: Camera, frame: number, joy: number): void {
  const { view, ice, boards } = arena;
  pen.fillStyle = hallColour;
  pen.fillRect(-2000, -200, 5000, 900);
  drawCrowd(pen, arena, camera.x, frame, joy);
  drawLayer(pen, ice, floorShear(view, 0, camera.x), 0);
  for (const end of [-1, 1] as const) drawEnd(pen, view, camera.x, end);
  drawLayer(pen, boards, wallShear(view, rink.halfWidth, camera.x), 0);
}

/** A crowd that sits is one layer per row; a jumping one is drawn as two, which bounce out of step. */
function drawCrowd(pen: Pen, { rows }: Arena, cameraX: number, frame: number, joy: number): void {
  for (const { shiftPerMetre, seated, seats, phase } of rows) {
    const shear = { perV: 0, constant: -cameraX * shiftPerMetre };
    if (joy < 0.02) {
      drawLayer(pen, seated, shear, 0);
      continue;
    }
    seats.forEach((layer, half) => {
      const beat = Math.sin(frame * 0.52 + phase + half * 2.1);
      drawLayer(pen, layer, shear, -joy * Math.max(0, beat) * 7);
    });
  }
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

export function drawLayer(pen: Pen, { canvas, left, top, pixelsPerUnit }: Layer, shear: Shear, rise: number): void {
  pen.save();
  // u' = u + perV · v + constant, on a layer whose pixels start at (left, top).
  pen.transform(1, 0, shear.perV, 1, shear.constant, rise);
  pen.drawImage(canvas, left, top, canvas.width / pixelsPerUnit, canvas.height / pixelsPerUnit);
  pen.restore();
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

/** One row of spectators as two interleaved layers, so that neighbours jump at different times. */
function paintRow(view: View, row: number, detail: number): CrowdRow {
  const random = seededRandom(400 + row);
  const y = rink.halfWidth + 1.7 + row * 0.92;
  const height = 1.35 + row * 0.52;
  const { v, scale } = project(view, 0, 0, y, height);
  const halfMetres = 17 + 480 / scale;
  const tall = scale * 1.25;
  const seats = [0, 1].map((half) => {
    const canvas = createCanvas(halfMetres * 2 * scale * detail, tall * 1.15 * detail);
    const pen = canvas.getContext('2d');
    pen.scale(detail, detail);
    if (half === 0) {
      pen.fillStyle = row % 2 ? '#141c30' : '#111827';
      pen.fillRect(0, tall * 0.62, halfMetres * 2 * scale, tall);
    }
    for (let seat = half; seat * 0.56 < halfMetres * 2; seat += 2) {
      if (random.next() < 0.06) continue;
      const metres = seat * 0.56 + random.between(-0.08, 0.08);
      spectator(
        pen,
        metres * scale,
        tall * (0.62 + random.between(-0.05, 0.05)),
        scale,
        random.next(),
        metres - halfMetres,
      );
    }
    // The hall is dim above the ice, more so in the upper rows.
    pen.globalCompositeOperation = 'source-atop';
    pen.fillStyle = `rgba(7, 11, 26, ${0.3 + row * 0.035})`;
    pen.fillRect(0, 0, halfMetres * 2 * scale, tall * 2);
    return { canvas, left: picture.width / 2 - halfMetres * scale, top: v - tall, pixelsPerUnit: detail };
  }) as [Layer, Layer];
  const [even, odd] = seats;
  const together = createCanvas(even.canvas.width, even.canvas.height);
  for (const { canvas } of [even, odd]) together.getContext('2d').drawImage(canvas, 0, 0);
  return { v, shiftPerMetre: scale, seated: { ...even, canvas: together }, seats, phase: random.between(0, 6) };
}

const clothes = ['#3a4a6b', '#5b6275', '#2b3550', '#6b5a58', '#40566b', '#7a7f8c', '#4a3f55', '#34473f'];

function spectator(pen: Pen, u: number, v: number, scale: number, chance: number, metres: number): void {
  const fan = chance < 0.34;
  const colour = fan
    ? metres < 0
      ? '#1d4d9e'
      : '#a3202f'
    : (clothes[Math.floor(chance * 997) % clothes.length] ?? '#445');
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(u, v + scale * 0.36, scale * 0.25, scale * 0.36, 0, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = ['#b98a6c', '#8d6248', '#c79f86', '#6d4a38'][Math.floor(chance * 389) % 4] ?? '#b98a6c';
  pen.beginPath();
  pen.arc(u, v - scale * 0.08, scale * 0.13, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = ['#241a16', '#4a3220', '#16161a', '#7c6446', '#d8d3cc'][Math.floor(chance * 631) % 5] ?? '#241a16';
  pen.beginPath();
  pen.arc(u, v - scale * 0.12, scale * 0.13, Math.PI, 0);
  pen.fill();
  if (fan && chance < 0.1) {
    pen.fillStyle = metres < 0 ? '#ffc93c' : '#f3f1ee';
    pen.fillRect(u - scale * 0.2, v + scale * 0.04, scale * 0.4, scale * 0.09);
  }
}
