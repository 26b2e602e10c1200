import { picture } from '../picture.ts';

/**
 * Where a point of the landscape is: metres, `x` to the right for somebody who looks along `y`, `z` up.
 * Cameras turn freely but tilt by a shift of the picture (as a view camera does), so that upright things stay upright.
 */
export type Place = { readonly x: number; readonly y: number; readonly z: number };

/** A camera: its place, the direction it looks (`forwardX`, `forwardY` of length 1), and its focal length in picture units. */
export type Lens = Place & {
  readonly forwardX: number;
  readonly forwardY: number;
  readonly focal: number;
  /** Height in the picture at which the horizon lies. */
  readonly horizon: number;
};

export type Seen = {
  u: number;
  v: number;
  /** Metres along the view. */ depth: number;
  /** Picture units a metre. */ scale: number;
};

/** A camera at a place that has the target in the picture's middle, or `lift` picture units above it. */
export function lookAt(from: Place, target: Place, focal: number, lift = 0): Lens {
  const dx = target.x - from.x;
  const dy = target.y - from.y;
  const distance = Math.max(0.5, Math.hypot(dx, dy));
  return {
    ...from,
    forwardX: dx / distance,
    forwardY: dy / distance,
    focal,
    horizon: picture.height / 2 - lift + (focal * (target.z - from.z)) / distance,
  };
}

/** Where a place is seen; behind the camera the depth is below 0 and the rest without meaning. */
export function see(lens: Lens, x: number, y: number, z: number): Seen {
  const dx = x - lens.x;
  const dy = y - lens.y;
  const depth = dx * lens.forwardX + dy * lens.forwardY;
  const scale = lens.focal / depth;
  return {
    u: picture.width / 2 + (dx * lens.forwardY - dy * lens.forwardX) * scale,
    v: lens.horizon - (z - lens.z) * scale,
    depth,
    scale,
  };
}

/** The unrest of a hand on a long lens. */
export function steady(lens: Lens, atMs: number): Lens {
  const seconds = atMs / 1000;
  const sway = (Math.sin(seconds * 2.3) + 0.6 * Math.sin(seconds * 5.1 + 1)) * 1.6;
  return { ...lens, horizon: lens.horizon + sway };
}

/** How far ahead a place is that may be in the picture; below 0 where it is not, or farther than `reach`. */
export function isAround(lens: Lens, x: number, y: number, reach: number): number {
  const dx = x - lens.x;
  const dy = y - lens.y;
  const depth = dx * lens.forwardX + dy * lens.forwardY;
  if (depth < 1 || depth > reach) return -1;
  const aside = Math.abs(dx * lens.forwardY - dy * lens.forwardX);
  return aside < (depth * picture.width * 0.5) / lens.focal + 9 ? depth : -1;
}
