import { createCanvas } from '@napi-rs/canvas';
import { rink } from '../rink.ts';
import { writeText } from '../../broadcast/graphics/lettering.ts';
import type { Layer } from './layer.ts';
import { type Pen } from '../../broadcast/picture.ts';
import { project, type View } from './view.ts';

/** Invented words of sponsors with the colours of their panels. */
export const sponsors = [
  { word: 'ALTIS', back: '#0f3f9e', ink: '#ffffff' },
  { word: 'FIRNWERK', back: '#ffffff', ink: '#12766b' },
  { word: 'NIVALO', back: '#e9b826', ink: '#20201c' },
  { word: 'OSTERLUX', back: '#ffffff', ink: '#8d1f6e' },
  { word: 'TARN & VALE', back: '#143a2c', ink: '#e8f6e4' },
  { word: 'KESTRIO', back: '#ffffff', ink: '#c73a17' },
  { word: 'HOLMQUELL', back: '#1f7fc2', ink: '#ffffff' },
  { word: 'WINTER 2030', back: '#ffffff', ink: '#0f3f9e' },
] as const;

const panelMetres = 5.4;
const straight = rink.halfLength - rink.cornerRadius;

/** Paints the straight part of the far boards: panels, kick plate, cap rail, benches behind it and the glass. */
export function paintFarBoards(view: View, pixelsPerUnit: number): Layer {
  const at = (x: number, height: number): { u: number; v: number; scale: number } =>
    project(view, 0, x, rink.halfWidth, height);
  const top = Math.floor(at(0, rink.glassHeight).v) - 2;
  const bottom = Math.ceil(at(0, 0).v) + 2;
  const left = at(-straight, 0).u - 4;
  const width = at(straight, 0).u - left + 8;
  const canvas = createCanvas(width * pixelsPerUnit, (bottom - top) * pixelsPerUnit);
  const pen = canvas.getContext('2d');
  pen.scale(pixelsPerUnit, pixelsPerUnit);
  pen.translate(-left, -top);
  const band = (x0: number, x1: number, low: number, high: number, colour: string): void => {
    const corners = [at(x0, low), at(x1, low), at(x1, high), at(x0, high)];
    pen.beginPath();
    corners.forEach(({ u, v }, index) => (index === 0 ? pen.moveTo(u, v) : pen.lineTo(u, v)));
    pen.closePath();
    pen.fillStyle = colour;
    pen.fill();
  };
  paintBenches(pen, at);
  sponsors.forEach(({ word, back, ink }, index) => {
    const from = -straight + index * panelMetres;
    band(from, Math.min(straight, from + panelMetres + 0.05), 0.22, rink.boardHeight, back);
    const middle = at(from + panelMetres / 2, 0.4);
    const size = (middle.v - at(0, 0.92).v) * 0.94;
    writeText(pen, word, middle.u, middle.v, {
      size,
      colour: ink,
      align: 'centre',
      weight: 0.2,
      maxWidth: middle.scale * (panelMetres - 0.8),
    });
    band(from - 0.03, from + 0.03, 0.22, rink.boardHeight, 'rgba(30, 40, 60, 0.5)');
  });
  band(-straight, straight, 0, 0.24, '#f2c531');
  band(-straight, straight, rink.boardHeight - 0.03, rink.boardHeight + 0.09, '#1d4fae');
  band(-straight, straight, 0, 0.03, 'rgba(30, 50, 80, 0.6)');
  paintGlass(pen, at);
  return { canvas, left, top, pixelsPerUnit };
}

type At = (x: number, height: number) => { u: number; v: number; scale: number };

/** Heads and shoulders of those who wait on the two benches, and the officials' table in the middle. */
function paintBenches(pen: Pen, at: At): void {
  const people = [
    ...Array.from({ length: 10 }, (_, index) => ({ x: -15 + index * 1.05, jersey: '#12408f', helmet: '#1b4da6' })),
    ...Array.from({ length: 10 }, (_, index) => ({ x: 5.6 + index * 1.05, jersey: '#c3182c', helmet: '#f1eeea' })),
    ...Array.from({ length: 4 }, (_, index) => ({ x: -1.8 + index * 1.2, jersey: '#23262e', helmet: '#d6a98a' })),
  ];
  people.forEach(({ x, jersey, helmet }, index) => {
    const rise = 0.06 * ((index * 7) % 3);
    const shoulder = at(x, 1.2 + rise);
    const head = at(x, 1.62 + rise);
    dot(pen, shoulder.u, shoulder.v, shoulder.scale * 0.36, jersey);
    dot(pen, head.u, head.v, head.scale * 0.17, helmet);
    dot(pen, head.u, head.v + head.scale * 0.06, head.scale * 0.1, '#d9ac8c');
  });
}

function paintGlass(pen: Pen, at: At): void {
  const topLeft = at(-straight, rink.glassHeight);
  const bottomRight = at(straight, rink.boardHeight);
  const sheen = pen.createLinearGradient(0, topLeft.v, 0, bottomRight.v);
  sheen.addColorStop(0, 'rgba(214, 232, 255, 0.26)');
  sheen.addColorStop(0.5, 'rgba(190, 214, 245, 0.10)');
  sheen.addColorStop(1, 'rgba(190, 214, 245, 0.16)');
  pen.fillStyle = sheen;
  pen.fillRect(topLeft.u, topLeft.v, at(straight, 2).u - topLeft.u + 4, bottomRight.v - topLeft.v);
  pen.lineWidth = 0.9;
  for (let x = -straight; x <= straight; x += 2.4) {
    const high = at(x, rink.glassHeight);
    const low = at(x, rink.boardHeight);
    pen.strokeStyle = 'rgba(225, 238, 255, 0.45)';
    pen.beginPath();
    pen.moveTo(high.u, high.v);
    pen.lineTo(low.u, low.v);
    pen.stroke();
  }
  pen.strokeStyle = 'rgba(235, 245, 255, 0.6)';
  pen.beginPath();
  pen.moveTo(topLeft.u, topLeft.v);
  pen.lineTo(at(straight, rink.glassHeight).u, topLeft.v);
  pen.stroke();
}

function dot(pen: Pen, u: number, v: number, radius: number, colour: string): void {
  pen.beginPath();
  pen.arc(u, v, radius, 0, Math.PI * 2);
  pen.fillStyle = colour;
  pen.fill();
}
