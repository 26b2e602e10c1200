import type { Random } from '../random.ts';
import { filter, loop, type Stereo } from './crowd-loops.ts';
import { sampleRate } from './tone.ts';

/** Wind in the microphone, without a seam: low noise whose pitch and strength wander. */
export function windLoop(random: Random): Stereo {
  return { left: loop((count) => gusts(random, count)), right: loop((count) => gusts(random, count)) };
}

function gusts(random: Random, count: number): Float32Array {
  const out = new Float32Array(count);
  const body = { low: 0, band: 0 };
  const hiss = { low: 0, band: 0 };
  let level = 0.7;
  let wanted = 0.7;
  for (let index = 0; index < count; index += 1) {
    if (index % Math.round(sampleRate / 2.2) === 0) wanted = random.between(0.45, 1.15);
    level += (wanted - level) * 0.00008;
    const noise = random.between(-1, 1);
    filter(body, noise, 0.035 + 0.02 * level, 0.75);
    filter(hiss, noise, 0.19, 1.3);
    out[index] = level * (body.band * 1.5 + 0.4 * hiss.band);
  }
  return out;
}
