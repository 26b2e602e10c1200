import { createCanvas } from '@napi-rs/canvas';
import { picture, type Pen } from '../picture.ts';
import type { Lens } from './lens.ts';
import { noise } from './noise.ts';
import type { Relief } from './relief.ts';
import { airLevels, snowColours } from './snow-colours.ts';

export interface Land {
  /** Draws the ground as a camera sees it; where there is sky the picture stays as it was. */
  draw(pen: Pen, lens: Lens): void;
  /** Of what stands at (u, v) at this depth: how far up the ground in front of it hides it, as a height in the picture. */
  hiddenBelow(u: number, v: number, depth: number, reach: number): number;
}

export type LandOptions = {
  /** Pixels across; more than 640 are not worth their time. */
  width: number;
  haze: readonly [number, number, number];
  /** Metres at which the air has taken two thirds of the colour. */
  clearMetres: number;
};

const farthest = 2600;
const nearest = 2.5;
const grainSize = 256;
const grainPerMetre = 8;

/**
 * Draws a relief column by column: a ray runs over the ground from near to far, and what rises above what is drawn
 * already fills the column further up ("floating horizon", Wright 1973). Exact perspective, any direction, no gaps.
 */
export function openLand(relief: Relief, { width, haze, clearMetres }: LandOptions): Land {
  const height = Math.round((width * 9) / 16);
  const perUnit = width / picture.width;
  const depths = new Float32Array(width * height);
  const canvas = createCanvas(width, height);
  const own = canvas.getContext('2d');
  const image = own.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer, image.data.byteOffset, width * height);
  const colours = snowColours(haze);
  const grain = grainOf();
  const { left, top, step, columns, rows, heights, light } = relief;

  const castColumn = (lens: Lens, column: number): void => {
    const focal = lens.focal * perUnit;
    const horizon = lens.horizon * perUnit;
    const aside = (column + 0.5 - width / 2) / focal;
    const rayX = lens.forwardX + lens.forwardY * aside;
    const rayY = lens.forwardY - lens.forwardX * aside;
    let free = height;
    let lastTone = 200;
    let lastV = height * 4;
    let stride = 0;
    for (let depth = nearest; depth < farthest; depth += stride) {
      const x = lens.x + rayX * depth;
      const y = lens.y + rayY * depth;
      let across = (x - left) / step;
      let along = (y - top) / step;
      across = across < 0 ? 0 : across > columns - 1.01 ? columns - 1.01 : across;
      along = along < 0 ? 0 : along > rows - 1.01 ? rows - 1.01 : along;
      const cellX = across | 0;
      const cellY = along | 0;
      const at = cellY * columns + cellX;
      const shareX = across - cellX;
      const shareY = along - cellY;
      const upper = heights[at]! + (heights[at + 1]! - heights[at]!) * shareX;
      const lower = heights[at + columns]! + (heights[at + columns + 1]! - heights[at + columns]!) * shareX;
      const v = horizon - ((upper + (lower - upper) * shareY - lens.z) * focal) / depth;
      stride = v > height ? Math.max(0.3, depth * 0.02) : Math.max(0.12, depth * 0.007);
      if (v >= free) {
        lastV = v;
        lastTone = -1;
        continue;
      }
      const lit = light[at]! + (light[at + 1]! - light[at]!) * shareX;
      const below = light[at + columns]! + (light[at + columns + 1]! - light[at + columns]!) * shareX;
      let tone = lit + (below - lit) * shareY;
      if (depth < 320) {
        const spot =
          ((y * grainPerMetre * 0.35) & (grainSize - 1)) * grainSize + ((x * grainPerMetre) & (grainSize - 1));
        tone += grain[spot]! * (1 - depth / 320);
      }
      tone = tone < 0 ? 0 : tone > 255 ? 255 : tone;
      const from = lastTone < 0 ? tone : lastTone;
      const first = v < 0 ? 0 : Math.ceil(v);
      const air = Math.min(airLevels - 1, ((1 - Math.exp(-depth / clearMetres)) * airLevels) | 0) << 8;
      const slope = (tone - from) / Math.max(1, lastV - v);
      for (let row = first; row < free; row += 1) {
        const here = tone - (row - v) * slope;
        const index = row * width + column;
        pixels[index] = colours[air + (here < 0 ? 0 : here > 255 ? 255 : here | 0)]!;
        depths[index] = depth;
      }
      if (first < free) free = first;
      lastV = v;
      lastTone = tone;
      if (free <= 0) break;
    }
    for (let row = 0; row < free; row += 1) {
      pixels[row * width + column] = 0;
      depths[row * width + column] = Infinity;
    }
  };

  return {
    draw: (pen, lens) => {
      for (let column = 0; column < width; column += 1) castColumn(lens, column);
      own.putImageData(image, 0, 0);
      pen.drawImage(canvas, 0, 0, picture.width, picture.height);
    },
    hiddenBelow: (u, v, depth, reach) => {
      const column = Math.round(u * perUnit);
      if (column < 0 || column >= width) return v;
      let row = Math.min(height - 1, Math.round(v * perUnit) - 1);
      const highest = Math.max(0, Math.round((v - reach) * perUnit));
      while (row >= highest && depths[row * width + column]! < depth * 0.975 - 0.6) row -= 1;
      return (row + 1) / perUnit;
    },
  };
}

/** Groomed snow: fine grooves along the slope and grains, around 0. */
function grainOf(): Float32Array {
  const grain = new Float32Array(grainSize * grainSize);
  for (let row = 0; row < grainSize; row += 1) {
    for (let column = 0; column < grainSize; column += 1) {
      const grooves = noise(column / 2, row / 32, 11, grainSize / 2) - 0.5;
      const patches = noise(column / 16, row / 16, 13, grainSize / 16) - 0.5;
      grain[row * grainSize + column] = grooves * 34 + patches * 26;
    }
  }
  return grain;
}
