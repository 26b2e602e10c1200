import { clamp } from '../blend.ts';

/** A snowy landscape on a grid: heights in metres, and how light the snow is, from 0 (deep shade) to 255. */
export type Relief = {
  readonly left: number;
  readonly top: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float32Array;
  readonly light: Float32Array;
};

export type Extent = { left: number; right: number; top: number; bottom: number; step: number };
/** Towards the sun, of length 1. */
const sun = { x: -0.66, y: 0.36, z: 0.66 };

/** Samples a landscape; `tone` is added to the light that the slope gets from the sun. */
export function buildRelief(
  { left, right, top, bottom, step }: Extent,
  heightAt: (x: number, y: number) => number,
  tone: (x: number, y: number) => number,
): Relief {
  const columns = Math.round((right - left) / step) + 1;
  const rows = Math.round((bottom - top) / step) + 1;
  const heights = new Float32Array(columns * rows);
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 1)
      heights[at] = heightAt(left + column * step, top + row * step);
  }
  const light = new Float32Array(columns * rows);
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 1) {
      const east = heights[at + (column < columns - 1 ? 1 : 0)]! - heights[at - (column > 0 ? 1 : 0)]!;
      const south = heights[at + (row < rows - 1 ? columns : 0)]! - heights[at - (row > 0 ? columns : 0)]!;
      const slopeX = east / (2 * step);
      const slopeY = south / (2 * step);
      const facing = (sun.z - slopeX * sun.x - slopeY * sun.y) / Math.hypot(1, slopeX, slopeY);
      light[at] = clamp(22 + 225 * facing + tone(left + column * step, top + row * step), 8, 255);
    }
  }
  return { left, top, step, columns, rows, heights, light };
}

/** Height of the ground; beyond the edges that of the edge. */
export function groundAt({ left, top, step, columns, rows, heights }: Relief, x: number, y: number): number {
  const across = clamp((x - left) / step, 0, columns - 1.001);
  const along = clamp((y - top) / step, 0, rows - 1.001);
  const column = Math.floor(across);
  const row = Math.floor(along);
  const shareX = across - column;
  const shareY = along - row;
  const at = row * columns + column;
  const upper = heights[at]! + (heights[at + 1]! - heights[at]!) * shareX;
  const lower = heights[at + columns]! + (heights[at + columns + 1]! - heights[at + columns]!) * shareX;
  return upper + (lower - upper) * shareY;
}

/** Darkens the snow where something tall stands between it and the sun. */
export function castShadow(relief: Relief, x: number, y: number, tall: number, wide: number): void {
  const { left, top, step, columns, rows, light } = relief;
  const reach = (tall / sun.z) * 0.8;
  for (let along = 0; along < reach; along += step * 0.7) {
    const half = (wide / 2) * (1 - along / reach);
    for (let side = -half; side <= half; side += step * 0.7) {
      const column = Math.round((x - sun.x * along - sun.y * side - left) / step);
      const row = Math.round((y - sun.y * along + sun.x * side - top) / step);
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      const at = row * columns + column;
      light[at] = Math.max(70, light[at]! - 42);
    }
  }
}
