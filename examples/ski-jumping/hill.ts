import { clamp, smooth } from '../broadcast/blend.ts';
import { noise, roughness } from '../broadcast/land/noise.ts';
import { buildRelief, castShadow, groundAt, type Relief } from '../broadcast/land/relief.ts';
import type { Tree } from '../broadcast/land/trees.ts';
import { seededRandom } from '../broadcast/random.ts';

/** A point of the hill's middle line: metres ahead of the take-off edge and above it. */
export type HillPoint = { readonly y: number; readonly z: number };

/** Height of the take-off edge above the beginning of the landing hill. */
const tableHigh = 2.6;
/** From the edge back to the topmost gate, along the track. */
export const inRunMetres = 82;
const outRunMetres = 330;

const landing = walk(outRunMetres, { y: 0, z: -tableHigh }, 1, (way) => {
  const steep = 6 + 28 * smooth(0, 82, way);
  return -steep * (1 - smooth(100, 168, way)) + 3 * smooth(205, 260, way);
});
const inRun = walk(inRunMetres + 20, { y: 0, z: 0 }, -1, (way) => 11 + 24 * smooth(6, 46, way));

/** The middle line of the landing hill and the out-run, at a distance measured along it from the edge. */
export function landingAt(way: number): HillPoint {
  return along(landing, way);
}

/** The in-run track, at a distance before the edge. */
export function inRunAt(way: number): HillPoint {
  return along(inRun, way);
}

/** The hill in its landscape: a slope cut into the woods, a bowl for the spectators at its foot. */
export function buildHill(): { relief: Relief; trees: Tree[] } {
  const relief = buildRelief({ left: -190, right: 190, top: -230, bottom: 420, step: 2 }, heightAt, toneAt);
  const random = seededRandom(55);
  const trees: Tree[] = [];
  for (let trial = 0; trial < 5000 && trees.length < 1150; trial += 1) {
    const y = random.between(-225, 400);
    const x = random.between(-185, 185);
    const free = y > 90 ? 62 : 30;
    // The camera at the side, and the judges' tower, keep their view.
    const isLookout = x > 0 && x < 74 && y > -14 && y < 110;
    if (Math.abs(x) < free + random.between(0, 8) || isLookout || noise(x / 40, y / 50, 61) < 0.36) continue;
    const tree = { x, y, z: groundAt(relief, x, y) - 0.4, tall: random.between(7, 16), kind: random.integer(0, 5) };
    trees.push(tree);
    castShadow(relief, x, y, tree.tall, tree.tall * 0.34);
  }
  return { relief, trees };
}

type Line = readonly HillPoint[];

/** Walks a line of given slope, in degrees, in half metres. */
function walk(length: number, from: HillPoint, direction: 1 | -1, degreesAt: (way: number) => number): Line {
  const points = [from];
  for (let way = 0.5; way <= length; way += 0.5) {
    const { y, z } = points.at(-1)!;
    const slope = (degreesAt(way) * Math.PI) / 180;
    points.push({ y: y + direction * 0.5 * Math.cos(slope), z: z + 0.5 * Math.sin(slope) });
  }
  return points;
}

function along(line: Line, way: number): HillPoint {
  const at = clamp(way * 2, 0, line.length - 1.001);
  const index = Math.floor(at);
  const from = line[index]!;
  const to = line[index + 1]!;
  return { y: from.y + (to.y - from.y) * (at - index), z: from.z + (to.z - from.z) * (at - index) };
}

/** Height of the middle line at a place ahead of the edge, found by halving. */
function middleAt(y: number): number {
  const line = y < 0 ? inRun : landing;
  let low = 0;
  let high = line.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (Math.abs(line[middle]!.y) < Math.abs(y)) low = middle;
    else high = middle;
  }
  // Under the in-run the ground lies lower than the track; beyond its top the mountain goes on.
  const drop = y < 0 ? 3.4 : 0;
  const beyond = y < inRun.at(-1)!.y ? (inRun.at(-1)!.y - y) * 0.3 : 0;
  return line[high]!.z - drop + beyond;
}

function heightAt(x: number, y: number): number {
  const aside = Math.abs(x);
  const foot = smooth(110, 170, y);
  const half = 9 + 6 * smooth(0, 80, y) + 34 * foot;
  const off = smooth(half, half + 26, aside);
  // The right side falls away, so that the cameras there look across the whole hill.
  const rise = (x > 0 ? -0.16 : 0.2) * (1 - foot) + 0.34 * foot;
  const bank = Math.max(0, aside - half) * rise * (1 - 0.5 * smooth(80, 180, aside));
  const bumps = off * 6 * (roughness(x / 36, y / 36, 8, 4) - 0.45);
  return middleAt(y) + bank + bumps;
}

/** The landing hill is prepared sideways; beside it the snow lies deep. */
function toneAt(x: number, y: number): number {
  const half = 9 + 6 * smooth(0, 80, y) + 34 * smooth(110, 170, y);
  const prepared = 1 - smooth(half, half + 4, Math.abs(x));
  return prepared * 8 - (1 - prepared) * 10 + 36 * (roughness(x / 16, y / 16, 19, 3) - 0.5);
}
