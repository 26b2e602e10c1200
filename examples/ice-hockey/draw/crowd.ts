import { createCanvas } from '@napi-rs/canvas';
import { seededRandom } from '../../broadcast/random.ts';
import { rink } from '../rink.ts';
import { drawLayer, type Layer } from './layer.ts';
import { picture, type Pen } from '../../broadcast/picture.ts';
import { project, type View } from './view.ts';

/**
 * The spectators on the far stand. All rows shift together with the middle one when the camera rolls: the eye does not
 * miss the parallax between rows, and a crowd that sits is one drawing call.
 */
export type Crowd = { rows: readonly Row[]; seated: Layer; shiftPerMetre: number };

type Row = { v: number; scale: number; seats: readonly [Layer, Layer]; phase: number };

const rowCount = 13;

export function paintCrowd(view: View, detail: number): Crowd {
  const rows = Array.from({ length: rowCount }, (_, row) => paintRow(view, rowCount - 1 - row, detail)).filter(
    ({ v }) => v > -30,
  );
  const scales = rows.map(({ scale }) => scale);
  return { rows, seated: seatTogether(rows, detail), shiftPerMetre: (Math.min(...scales) + Math.max(...scales)) / 2 };
}

/** Draws the crowd; with `joy` above 0 neighbours jump out of step, the higher the happier. */
export function drawCrowd(pen: Pen, crowd: Crowd, cameraX: number, frame: number, joy: number): void {
  const shear = { perV: 0, constant: -cameraX * crowd.shiftPerMetre };
  if (joy < 0.02) {
    drawLayer(pen, crowd.seated, shear, 0);
    return;
  }
  for (const { seats, phase } of crowd.rows) {
    seats.forEach((layer, half) => {
      const beat = Math.sin(frame * 0.52 + phase + half * 2.1);
      drawLayer(pen, layer, shear, -joy * Math.max(0, beat) * 7);
    });
  }
}

function seatTogether(rows: readonly Row[], detail: number): Layer {
  const layers = rows.flatMap(({ seats }) => seats);
  const left = Math.max(...layers.map((layer) => layer.left));
  const top = Math.min(...layers.map((layer) => layer.top));
  const bottom = Math.max(...layers.map((layer) => layer.top + layer.canvas.height / detail));
  const canvas = createCanvas((picture.width / 2 - left) * 2 * detail, (bottom - top) * detail);
  const pen = canvas.getContext('2d');
  pen.scale(detail, detail);
  pen.translate(-left, -top);
  for (const layer of layers) drawLayer(pen, layer, { perV: 0, constant: 0 }, 0);
  return { canvas, left, top, pixelsPerUnit: detail };
}

/** One row of spectators as two interleaved layers, so that neighbours jump at different times. */
function paintRow(view: View, row: number, detail: number): Row {
  const random = seededRandom(400 + row);
  const y = rink.halfWidth + 1.7 + row * 0.92;
  const height = 1.35 + row * 0.52;
  const { v, scale } = project(view, 0, 0, y, height);
  const halfMetres = 26 + picture.width / 2 / scale;
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
  return { v, scale, seats, phase: random.between(0, 6) };
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
