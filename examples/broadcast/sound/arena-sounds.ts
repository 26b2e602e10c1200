import { frameRate } from '../picture.ts';
import type { Random } from '../random.ts';
import { crowdLoops } from './crowd-loops.ts';
import { mixIn, sampleRate, struck, type Tone } from './tone.ts';
import { windLoop } from './wind-loop.ts';

/** Levels of what is heard all the time. */
export type Beds = { wind: number; edges: number; murmur: number; cheer: number };

/** Lays wind, edges and crowd under everything; their levels change from frame to frame. */
export function mixBeds(out: Float32Array, levels: readonly Beds[], random: Random): void {
  const { murmur, cheer, blades } = crowdLoops(random);
  const wind = windLoop(random);
  const perFrame = sampleRate / frameRate;
  const length = blades.length;
  for (let sample = 0; sample < out.length / 2; sample += 1) {
    const frame = Math.floor(sample / perFrame);
    const share = (sample % perFrame) / perFrame;
    const from = levels[frame]!;
    const to = levels[frame + 1] ?? from;
    const level = (key: keyof Beds): number => from[key] + (to[key] - from[key]) * share;
    const at = sample % length;
    const alike = blades[at]! * level('edges');
    const blowing = level('wind');
    const talking = level('murmur');
    const shouting = level('cheer');
    out[sample * 2] = alike + wind.left[at]! * blowing + murmur.left[at]! * talking + cheer.left[at]! * shouting;
    out[sample * 2 + 1] = alike + wind.right[at]! * blowing + murmur.right[at]! * talking + cheer.right[at]! * shouting;
  }
}

/** Sounds that begin before the window or after its end are left out. */
export function mixWithin(out: Float32Array, tone: Tone, frame: number, gain: number, pan: number): void {
  if (frame >= 0 && frame * (sampleRate / frameRate) * 2 < out.length) mixIn(out, tone, frame, gain, pan);
}

/** Bells of the spectators, in a few sizes. */
export function cowbells(random: Random): Tone[] {
  return [540, 620, 705, 790].map((pitch) => {
    const body = struck(random, 0.42, pitch, 0.6, 0.15);
    const rim = struck(random, 0.3, pitch * 1.51, 0.5, 0.1);
    return body.map((value, index) => value + (rim[index] ?? 0));
  });
}
