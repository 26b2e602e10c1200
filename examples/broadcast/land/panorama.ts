import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { clamp, mix, smooth } from '../blend.ts';
import { picture, type Pen } from '../picture.ts';
import type { Lens } from './lens.ts';
import { noise, roughness } from './noise.ts';

export type Sky = { zenith: Colour; haze: Colour; /** 0 clear to 1 overcast. */ clouds: number; seed: number };
type Colour = readonly [number, number, number];
/** The painting, and the colours beyond its upper and lower edge. */
export type Panorama = { canvas: Canvas; above: string; below: string };

const across = 2048;
const high = 420;
/** As wide as the widest view. */
const overlap = 700;
/** Tangent of the angle above the horizon at the top and bottom edge of the painting. */
const topSlope = 0.62;
const bottomSlope = -0.34;
const around = Math.PI * 2;

/** Sky, clouds and the mountains all around, painted once. */
export function paintPanorama(sky: Sky): Panorama {
  const canvas = createCanvas(across + overlap, high);
  const pen = canvas.getContext('2d');
  const image = pen.createImageData(across, high);
  for (let column = 0; column < across; column += 1) {
    const turn = column / across;
    const ridges = ranges.map((range) => ridgeAt(range, turn, sky.seed));
    for (let row = 0; row < high; row += 1) {
      const slope = mix(topSlope, bottomSlope, row / high);
      const front = ranges.findIndex((_, index) => slope < ridges[index]!);
      const colour = front < 0 ? skyAt(sky, turn, slope) : rockAt(sky, ranges[front]!, turn, slope, ridges[front]!);
      const at = (row * across + column) * 4;
      image.data[at] = colour[0];
      image.data[at + 1] = colour[1];
      image.data[at + 2] = colour[2];
      image.data[at + 3] = 255;
    }
  }
  // The beginning once more at the end, so that every view is one piece.
  pen.putImageData(image, 0, 0);
  pen.putImageData(image, across, 0);
  return { canvas, above: `rgb(${sky.zenith.join(', ')})`, below: `rgb(${sky.haze.join(', ')})` };
}

/** Draws the part that the camera sees. */
export function drawPanorama(pen: Pen, { canvas, above, below }: Panorama, lens: Lens): void {
  const { forwardX, forwardY, focal, horizon } = lens;
  const half = Math.atan(picture.width / 2 / focal);
  const turn = Math.atan2(forwardX, forwardY);
  const perRadian = across / around;
  const left = ((((turn - half) * perRadian) % across) + across) % across;
  const wide = 2 * half * perRadian;
  const perSlope = high / (topSlope - bottomSlope);
  const top = (topSlope - horizon / focal) * perSlope;
  const tall = (picture.height / focal) * perSlope;
  pen.fillStyle = above;
  pen.fillRect(0, 0, picture.width, horizon);
  pen.fillStyle = below;
  pen.fillRect(0, Math.max(0, horizon), picture.width, picture.height);
  pen.drawImage(canvas, left, top, wide, tall, 0, 0, picture.width, picture.height);
}

type Range = { seed: number; base: number; rise: number; peaks: number; haze: number };

/** From the nearest to the farthest. */
const ranges: readonly Range[] = [
  { seed: 31, base: -0.13, rise: 0.15, peaks: 14, haze: 0.18 },
  { seed: 47, base: -0.02, rise: 0.22, peaks: 10, haze: 0.3 },
  { seed: 59, base: 0.05, rise: 0.24, peaks: 8, haze: 0.42 },
];

function ridgeAt({ seed, base, rise, peaks }: Range, turn: number, own: number): number {
  const form = roughness(turn * peaks, 0.5, seed + own, 6, peaks);
  return base + rise * (1 - Math.abs(form * 2 - 1) * 1.5) * mix(0.6, 1.1, noise(turn * 5, 3.5, seed + own, 5));
}

function rockAt({ haze, seed }: Sky, range: Range, turn: number, slope: number, ridge: number): Colour {
  const depth = ridge - slope;
  const folds = roughness(turn * range.peaks * 9 + depth * 16, slope * 15, range.seed + seed + 7, 4, range.peaks * 9);
  const faces = roughness(turn * range.peaks * 5 - depth * 22, depth * 4, range.seed + seed + 3, 3, range.peaks * 5);
  const lit = smooth(0.42, 0.56, faces * 0.75 + folds * 0.25);
  const rocky = smooth(0.54, 0.66, folds) * 0.7;
  const snow: Colour = blend([112, 146, 212], [255, 252, 246], lit);
  const rock: Colour = blend([58, 78, 124], [112, 126, 158], lit);
  const wood = smooth(range.base * 0.3 - 0.03, range.base * 0.3 - 0.1, slope) * 0.7;
  const bare = blend(blend(snow, rock, rocky), [50, 84, 112], wood * (0.6 + 0.4 * folds));
  return blend(bare, haze, clamp(range.haze + smooth(0.1, -0.28, slope) * 0.62, 0, 0.97));
}

function skyAt({ zenith, haze, clouds, seed }: Sky, turn: number, slope: number): Colour {
  const plain = blend(haze, zenith, Math.sqrt(clamp(slope / topSlope, 0, 1)));
  const veil = roughness(turn * 16, slope * 16, seed + 5, 5, 16);
  return blend(plain, [255, 255, 255], smooth(0.62 - clouds * 0.3, 0.9 - clouds * 0.25, veil) * 0.75);
}

function blend(from: Colour, to: Colour, share: number): Colour {
  return [mix(from[0], to[0], share), mix(from[1], to[1], share), mix(from[2], to[2], share)];
}
