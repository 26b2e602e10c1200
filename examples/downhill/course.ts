import { clamp, smooth } from '../broadcast/blend.ts';
import { noise, roughness } from '../broadcast/land/noise.ts';
import { buildRelief, castShadow, groundAt, type Relief } from '../broadcast/land/relief.ts';
import type { Tree } from '../broadcast/land/trees.ts';
import { seededRandom } from '../broadcast/random.ts';

/** Where a camera must see through the woods, from its place to the way that it shows. */
export type SightLine = { readonly x: number; readonly y: number; readonly toX: number; readonly toY: number };

/** A gate of two flags; the racers pass between them, close to the inner one. */
export type Gate = { readonly y: number; readonly inner: number; readonly outer: number; readonly colour: string };

export type Course = {
  readonly relief: Relief;
  /** From the start (y = 0) to the finish line, seen from above, in metres. */
  readonly length: number;
  readonly gates: readonly Gate[];
  readonly trees: readonly Tree[];
  /** Where the ground falls away and the racers fly. */
  readonly jumps: readonly number[];
};

/** A good run: metres from the start after each hundredth of its time. */
const pace = paceOf();
export const courseLength = pace.at(-1)!;
export const flightMetres = 46;
const jumps = [0.235, 0.56, 0.885].map((share) => wayAt(share));
const drops = dropsOf();

/** Builds the mountain: the piste with its rolls and jumps, the woods beside it, and the gates. */
export function buildCourse(sightLines: readonly SightLine[]): Course {
  const relief = buildRelief(
    { left: -250, right: 250, top: -120, bottom: courseLength + 620, step: 2.5 },
    heightAt,
    toneAt,
  );
  const trees = plantTrees(relief, sightLines);
  for (const { x, y, tall } of trees) castShadow(relief, x, y, tall, tall * 0.34);
  return { relief, length: courseLength, gates: setGates(), trees, jumps };
}

/** Metres from the start when a share (0 to 1) of the run's time has passed. */
export function wayAt(share: number): number {
  const at = clamp(share, 0, 1) * (pace.length - 1);
  const index = Math.min(pace.length - 2, Math.floor(at));
  return pace[index]! + (pace[index + 1]! - pace[index]!) * (at - index);
}

/** Across: the line that the racers take at a distance from the start. */
export function lineAt(y: number): number {
  const swing = smooth(20, 160, y) * smooth(courseLength + 20, courseLength - 150, y);
  return swing * (19 * Math.sin(y / 43 + 0.6) * (0.72 + 0.28 * Math.sin(y / 390)) + 26 * Math.sin(y / 310 + 2));
}

/** How high above the snow a racer flies. */
export function flightAt(y: number): number {
  for (const from of jumps) {
    const share = (y - from) / flightMetres;
    if (share > 0 && share < 1) return 6.6 * share * (1 - share) * (1.3 - 0.6 * share);
  }
  return 0;
}

function paceOf(): number[] {
  const way = [0];
  for (let step = 1; step <= 1000; step += 1) {
    const seconds = step / 10;
    const flat = 29.5 + 3.2 * Math.sin(seconds / 7.3) + 2 * Math.sin(seconds / 3.1 + 1);
    way.push(way[step - 1]! + 0.1 * (3.5 + (flat - 3.5) * (1 - Math.exp(-seconds / 4.2))));
  }
  return way;
}

/** Height lost since the start, for every metre. */
function dropsOf(): Float32Array {
  const out = new Float32Array(Math.ceil(courseLength) + 800);
  let drop = 0;
  for (let y = 0; y < out.length; y += 1) {
    let steep = 0.32 + 0.1 * Math.sin(y / 210 + 1.2) + 0.05 * Math.sin(y / 71);
    steep += 0.24 * (1 - smooth(20, 110, y));
    steep *= smooth(3, 12, y) * 0.92 + 0.08;
    for (const jump of jumps) {
      steep -= 0.2 * smooth(jump - 45, jump - 14, y) * (1 - smooth(jump - 2, jump + 2, y));
      steep += 0.27 * smooth(jump - 2, jump + 3, y) * (1 - smooth(jump + 50, jump + 110, y));
    }
    steep *= 1 - smooth(courseLength - 60, courseLength + 25, y);
    steep += 0.2 * smooth(courseLength + 160, courseLength + 260, y);
    drop += steep;
    out[y] = drop;
  }
  return out;
}

function heightAt(x: number, y: number): number {
  const along = clamp(y, 0, drops.length - 2);
  const whole = Math.floor(along);
  const drop = drops[whole]! + (drops[whole + 1]! - drops[whole]!) * (along - whole);
  const start = y < 0 ? -y * 0.02 - Math.max(0, -y - 14) * 0.3 : 0;
  const aside = Math.abs(x - lineAt(y));
  const off = smooth(16, 60, aside);
  const cut = 2.2 * smooth(15, 24, aside) * (noise(y / 60, x > 0 ? 1 : 5, 7) - 0.25);
  const arena = smooth(courseLength - 90, courseLength - 10, y);
  const flank = Math.max(0, aside - 26) * (0.5 * noise(y / 330, x > 0 ? 2 : 9, 3) + 0.02) * (1 - arena * 0.75);
  const bumps = off * (5 + 3 * smooth(60, 200, y)) * (roughness(x / 46, y / 46, 5, 4) - 0.45) * (1 - arena * 0.8);
  const rolls = 0.9 * (noise(x / 22, y / 26, 9) - 0.5);
  return start - drop + flank + bumps + cut * (1 - arena) + rolls * (1 - arena);
}

/** The groomed piste is lighter than the deep snow beside it, with the sideways slides of those who came before. */
function toneAt(x: number, y: number): number {
  const aside = Math.abs(x - lineAt(y));
  const groomed = 1 - smooth(17, 21, aside);
  const slid = (noise(x / 2.6 + y / 9, y / 30, 21) - 0.5) * 44 * (1 - smooth(4, 9, aside));
  return groomed * 6 + slid - (1 - groomed) * 8 + 44 * (roughness(x / 18, y / 18, 15, 3) - 0.5);
}

function setGates(): Gate[] {
  const gates: Gate[] = [];
  for (let y = 70, index = 0; y < courseLength - 50; y += 67, index += 1) {
    const x = lineAt(y);
    const bend = lineAt(y - 30) + lineAt(y + 30) - 2 * x;
    const inside = bend > 0 ? 1 : -1;
    gates.push({ y, inner: x + inside * 1.7, outer: x - inside * 8.5, colour: index % 2 ? '#1d4fc4' : '#d3202f' });
  }
  return gates;
}

function plantTrees(relief: Relief, sightLines: readonly SightLine[]): Tree[] {
  const random = seededRandom(77);
  const trees: Tree[] = [];
  for (let trial = 0; trial < 9000 && trees.length < 2600; trial += 1) {
    const y = random.between(-100, courseLength + 520);
    const x = random.between(-240, 240);
    const aside = Math.abs(x - lineAt(y));
    const wood = noise(x / 60, y / 90, 41);
    const edge = y > courseLength - 110 ? 62 : 25;
    if (aside < edge + random.between(0, 9) || wood < 0.42 - 0.1 * smooth(300, 1400, y)) continue;
    if ((y < 140 && aside < 60) || sightLines.some((line) => asideOf(line, x, y).distance < 7)) continue;
    const tall = random.between(7, 17);
    trees.push({ x, y, z: groundAt(relief, x, y) - 0.4, tall, kind: random.integer(0, 5) });
  }
  return trees;
}

/** How far a place is from a sight line, and where along it. */
export function asideOf({ x, y, toX, toY }: SightLine, atX: number, atY: number): { share: number; distance: number } {
  const share = clamp(((atX - x) * (toX - x) + (atY - y) * (toY - y)) / ((toX - x) ** 2 + (toY - y) ** 2), 0, 1);
  return { share, distance: Math.hypot(x + (toX - x) * share - atX, y + (toY - y) * share - atY) };
}
