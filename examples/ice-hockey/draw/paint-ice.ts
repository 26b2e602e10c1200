import { createCanvas } from '@napi-rs/canvas';
import { seededRandom } from '../../broadcast/random.ts';
import { rink, rinkOutline, type Point } from '../rink.ts';
import type { Layer } from './layer.ts';
import { textStrokes } from '../../broadcast/graphics/lettering.ts';
import { picture, type Pen } from '../../broadcast/picture.ts';
import { project, type View } from './view.ts';

/** The dark of the hall beyond the boards. */
export const hallColour = '#0b1120';

/** Paints the ice with its lines, circles, spots, lettering, scratches and the soft light of the hall. */
export function paintIce(view: View, pixelsPerUnit: number): Layer {
  const top = Math.floor(project(view, 0, 0, rink.halfWidth, 0).v) - 4;
  const bottom = Math.ceil(project(view, 0, 0, -rink.halfWidth, 0).v) + 90;
  const halfWidth = Math.ceil(project(view, 0, rink.halfLength + 5, -rink.halfWidth, 0).u - picture.width / 2);
  const left = picture.width / 2 - halfWidth;
  const canvas = createCanvas(halfWidth * 2 * pixelsPerUnit, (bottom - top) * pixelsPerUnit);
  const pen = canvas.getContext('2d');
  pen.scale(pixelsPerUnit, pixelsPerUnit);
  pen.translate(-left, -top);
  pen.fillStyle = hallColour;
  pen.fillRect(left, top, halfWidth * 2, bottom - top);

  const floor = floorPen(pen, view);
  floor.trace(rinkOutline(24));
  pen.save();
  pen.clip();
  const light = pen.createLinearGradient(0, top, 0, bottom);
  light.addColorStop(0, '#c9dceb');
  light.addColorStop(0.25, '#dfebf5');
  light.addColorStop(0.6, '#edf4fa');
  light.addColorStop(1, '#e3edf5');
  pen.fillStyle = light;
  pen.fillRect(left, top, halfWidth * 2, bottom - top);
  paintLight(pen, view);
  paintScratches(floor);
  paintLettering(floor);
  paintMarkings(floor);
  paintMirroredBoards(pen, view, top);
  pen.restore();
  return { canvas, left, top, pixelsPerUnit };
}

interface FloorPen {
  pen: Pen;
  view: View;
  trace(points: readonly Point[]): void;
  /** Fills the outline with a colour. */
  cover(points: readonly Point[], colour: string): void;
}

function floorPen(pen: Pen, view: View): FloorPen {
  const trace = (points: readonly Point[]): void => {
    pen.beginPath();
    points.forEach((point, index) => {
      const { u, v } = project(view, 0, point.x, point.y, 0);
      if (index === 0) pen.moveTo(u, v);
      else pen.lineTo(u, v);
    });
    pen.closePath();
  };
  const cover = (points: readonly Point[], colour: string): void => {
    trace(points);
    pen.fillStyle = colour;
    pen.fill();
  };
  return { pen, view, trace, cover };
}

function paintMarkings(floor: FloorPen): void {
  const red = 'rgba(206, 32, 48, 0.88)';
  const blue = 'rgba(24, 74, 176, 0.88)';
  band(floor, -0.15, 0.15, rink.halfWidth, red);
  for (const end of [-1, 1]) {
    band(floor, end * rink.blueLine - 0.15, end * rink.blueLine + 0.15, rink.halfWidth, blue);
    band(floor, end * rink.goalLine - 0.04, end * rink.goalLine + 0.04, rink.halfWidth - 1.4, red);
    crease(floor, end);
    for (const side of [-1, 1]) {
      const spot = { x: end * rink.endSpot.x, y: side * rink.endSpot.y };
      ring(floor, spot, rink.circleRadius, 0.07, red);
      disc(floor, spot, 0.36, red);
      hashMarks(floor, spot, red);
      disc(floor, { x: end * rink.neutralSpot.x, y: side * rink.neutralSpot.y }, 0.33, red);
    }
  }
  ring(floor, { x: 0, y: 0 }, rink.circleRadius, 0.08, blue);
  disc(floor, { x: 0, y: 0 }, 0.2, blue);
}

function crease(floor: FloorPen, end: number): void {
  const centre = { x: end * rink.goalLine, y: 0 };
  const arc = Array.from({ length: 25 }, (_, step) => {
    const angle = Math.PI / 2 + (step / 24) * Math.PI;
    return { x: centre.x + end * Math.cos(angle) * rink.creaseRadius, y: Math.sin(angle) * rink.creaseRadius };
  });
  floor.cover(arc, 'rgba(96, 166, 226, 0.55)');
  floor.trace(arc);
  floor.pen.strokeStyle = 'rgba(206, 32, 48, 0.85)';
  floor.pen.lineWidth = 1.2;
  floor.pen.stroke();
}

function hashMarks(floor: FloorPen, { x, y }: Point, colour: string): void {
  for (const alongSide of [-1, 1]) {
    for (const acrossSide of [-1, 1]) {
      box(floor, x + alongSide * 0.6, y + acrossSide * 0.5, 1.1, 0.06, colour);
      box(floor, x + alongSide * 0.55, y + acrossSide * (rink.circleRadius + 0.3), 0.06, 0.6, colour);
    }
  }
}

function band(floor: FloorPen, from: number, to: number, halfWidthMetres: number, colour: string): void {
  floor.cover(
    [
      { x: from, y: -halfWidthMetres },
      { x: to, y: -halfWidthMetres },
      { x: to, y: halfWidthMetres },
      { x: from, y: halfWidthMetres },
    ],
    colour,
  );
}

function box(floor: FloorPen, x: number, y: number, length: number, width: number, colour: string): void {
  const halfLength = length / 2;
  const half = width / 2;
  floor.cover(
    [
      { x: x - halfLength, y: y - half },
      { x: x + halfLength, y: y - half },
      { x: x + halfLength, y: y + half },
      { x: x - halfLength, y: y + half },
    ],
    colour,
  );
}

function disc(floor: FloorPen, centre: Point, radius: number, colour: string): void {
  floor.cover(circle(centre, radius), colour);
}

function ring(floor: FloorPen, centre: Point, radius: number, width: number, colour: string): void {
  const { pen } = floor;
  floor.trace(circle(centre, radius));
  pen.strokeStyle = colour;
  pen.lineWidth = width * 30;
  pen.stroke();
}

function circle({ x, y }: Point, radius: number): Point[] {
  return Array.from({ length: 64 }, (_, step) => {
    const angle = (step / 64) * Math.PI * 2;
    return { x: x + Math.cos(angle) * radius, y: y + Math.sin(angle) * radius };
  });
}

/** The emblem in the centre circle and sponsors' words, all invented, lying on the ice. */
function paintLettering(floor: FloorPen): void {
  const { pen } = floor;
  floor.cover(circle({ x: 0, y: 0 }, 4.3), 'rgba(36, 92, 196, 0.10)');
  floor.cover(
    [
      { x: -3.1, y: -1.3 },
      { x: -0.9, y: 2.5 },
      { x: 0.2, y: 0.7 },
      { x: 1.1, y: 1.9 },
      { x: 3.1, y: -1.3 },
    ],
    'rgba(26, 78, 178, 0.34)',
  );
  floor.cover(
    [
      { x: -1.55, y: 1.4 },
      { x: -0.9, y: 2.5 },
      { x: -0.22, y: 1.4 },
      { x: -0.7, y: 1.05 },
      { x: -1.0, y: 1.35 },
    ],
    'rgba(255, 255, 255, 0.8)',
  );
  letterIce(floor, 'ALTIS', { x: 0, y: -2.75 }, 0.95, 'rgba(26, 78, 178, 0.5)');
  letterIce(floor, 'FIRNWERK', { x: -3.9, y: 9.6 }, 1.2, 'rgba(20, 120, 110, 0.38)');
  letterIce(floor, 'OSTERLUX', { x: 3.9, y: -10.8 }, 1.2, 'rgba(150, 40, 120, 0.34)');
  letterIce(floor, 'WINTER 2030', { x: 13.4, y: 0 }, 1.05, 'rgba(26, 78, 178, 0.26)');
  letterIce(floor, 'WINTER 2030', { x: -13.4, y: 0 }, 1.05, 'rgba(26, 78, 178, 0.26)');
  pen.lineCap = 'butt';
}

function letterIce(floor: FloorPen, text: string, { x, y }: Point, size: number, colour: string): void {
  const { pen, view } = floor;
  const { lines, width } = textStrokes(text);
  const unit = size / 6;
  pen.beginPath();
  for (const line of lines) {
    line.forEach((point, index) => {
      const at = project(view, 0, x + (point.x - width / 2) * unit, y + (6 - point.y) * unit, 0);
      if (index === 0) pen.moveTo(at.u, at.v);
      else pen.lineTo(at.u, at.v);
    });
  }
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.lineWidth = project(view, 0, x, y, 0).scale * size * 0.16;
  pen.strokeStyle = colour;
  pen.stroke();
}

/** Long pools of light from the lamps under the roof. */
function paintLight(pen: Pen, view: View): void {
  for (let x = -25; x <= 25; x += 10) {
    for (const y of [-9, 0, 9]) {
      const { u, v, scale } = project(view, 0, x, y, 0);
      pen.save();
      pen.translate(u, v);
      pen.scale(1, 0.34);
      const glow = pen.createRadialGradient(0, 0, 0, 0, 0, scale * 4.6);
      glow.addColorStop(0, 'rgba(255, 255, 255, 0.75)');
      glow.addColorStop(0.5, 'rgba(255, 255, 255, 0.25)');
      glow.addColorStop(1, 'rgba(255, 255, 255, 0)');
      pen.fillStyle = glow;
      pen.fillRect(-scale * 5, -scale * 5, scale * 10, scale * 10);
      pen.restore();
    }
  }
}

/** The fine arcs that blades leave behind. */
function paintScratches({ pen, view }: FloorPen): void {
  const random = seededRandom(11);
  pen.lineWidth = 0.7;
  for (let index = 0; index < 520; index += 1) {
    const start = { x: random.between(-29, 29), y: random.between(-14, 14) };
    const bend = random.between(-0.5, 0.5);
    let heading = random.between(0, Math.PI * 2);
    let { x, y } = start;
    pen.beginPath();
    const from = project(view, 0, x, y, 0);
    pen.moveTo(from.u, from.v);
    for (let step = 0; step < 6; step += 1) {
      heading += bend * 0.3;
      x += Math.cos(heading) * 0.6;
      y += Math.sin(heading) * 0.6;
      const at = project(view, 0, x, y, 0);
      pen.lineTo(at.u, at.v);
    }
    pen.strokeStyle = random.next() < 0.5 ? 'rgba(255, 255, 255, 0.5)' : 'rgba(120, 150, 180, 0.16)';
    pen.stroke();
  }
}

/** The far boards and the dark stand, mirrored in the wet ice and fading towards the camera. */
function paintMirroredBoards(pen: Pen, view: View, top: number): void {
  const reach = project(view, 0, 0, rink.halfWidth - 6, 0).v - top;
  const fade = pen.createLinearGradient(0, top, 0, top + reach);
  fade.addColorStop(0, 'rgba(60, 84, 118, 0.34)');
  fade.addColorStop(0.3, 'rgba(90, 118, 150, 0.16)');
  fade.addColorStop(1, 'rgba(120, 150, 180, 0)');
  pen.fillStyle = fade;
  pen.fillRect(-4000, top, 9000, reach);
}
