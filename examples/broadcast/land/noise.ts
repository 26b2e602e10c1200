/** Smooth noise from 0 to 1 over the plane, one bump per unit; it repeats after `period` units in x. */
export function noise(x: number, y: number, seed: number, period = 65_536): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const shareX = ease(x - column);
  const shareY = ease(y - row);
  const left = wrap(column, period);
  const right = wrap(column + 1, period);
  const top = chance(left, row, seed) * (1 - shareX) + chance(right, row, seed) * shareX;
  const bottom = chance(left, row + 1, seed) * (1 - shareX) + chance(right, row + 1, seed) * shareX;
  return top * (1 - shareY) + bottom * shareY;
}

/** Noise in several sizes, each half as large and strong as the one before; 0 to 1. */
export function roughness(x: number, y: number, seed: number, octaves: number, period = 65_536): number {
  let sum = 0;
  let weight = 0.5;
  let whole = 0;
  for (let octave = 0, scale = 1; octave < octaves; octave += 1, scale *= 2, weight /= 2) {
    sum += weight * noise(x * scale, y * scale, seed + octave, period * scale);
    whole += weight;
  }
  return sum / whole;
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}

function wrap(value: number, period: number): number {
  return ((value % period) + period) % period;
}

function chance(x: number, y: number, seed: number): number {
  let mixed = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}
