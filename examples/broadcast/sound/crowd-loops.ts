import type { Random } from '../random.ts';
import { sampleRate } from './tone.ts';

/** Noises that go on all the time, as loops without a seam: stereo for the crowd, mono for the blades. */
export type CrowdLoops = { murmur: Stereo; cheer: Stereo; blades: Float32Array };
export type Stereo = { left: Float32Array; right: Float32Array };

const loopSeconds = 7;
const blendSeconds = 1;

export function crowdLoops(random: Random): CrowdLoops {
  const stereo = (make: () => Float32Array): Stereo => ({ left: make(), right: make() });
  return {
    murmur: stereo(() => loop((count) => voices(random, count, 380, 0.55, 3.1))),
    cheer: stereo(() => loop((count) => voices(random, count, 1250, 0.8, 6.3))),
    blades: loop((count) => scrape(random, count)),
  };
}

/** Many people at once: noise in the band of voices, swelling in slow random waves. */
function voices(
  random: Random,
  count: number,
  centreHz: number,
  damping: number,
  wavesPerSecond: number,
): Float32Array {
  const out = new Float32Array(count);
  const step = 2 * Math.sin((Math.PI * centreHz) / sampleRate);
  const wave = { low: 0, band: 0 };
  const upper = { low: 0, band: 0 };
  let level = 0.8;
  let wanted = 0.8;
  for (let index = 0; index < count; index += 1) {
    if (index % Math.round(sampleRate / wavesPerSecond) === 0) wanted = random.between(0.55, 1.1);
    level += (wanted - level) * 0.00012;
    const noise = random.between(-1, 1);
    filter(wave, noise, step, damping);
    filter(upper, noise, step * 2.6, damping * 1.3);
    out[index] = level * (wave.band + 0.35 * upper.band);
  }
  return out;
}

/** Steel on ice: bright noise in short strokes. */
function scrape(random: Random, count: number): Float32Array {
  const out = new Float32Array(count);
  const wave = { low: 0, band: 0 };
  let stroke = 0;
  let left = 0;
  for (let index = 0; index < count; index += 1) {
    if (left <= 0) {
      left = random.between(0.12, 0.3) * sampleRate;
      stroke = random.between(0.3, 1);
    }
    left -= 1;
    filter(wave, random.between(-1, 1), 0.62, 0.9);
    stroke *= 0.99985;
    out[index] = stroke * wave.band;
  }
  return out;
}

/** A state-variable filter, one step; `band` is its band-pass output. */
export function filter(state: { low: number; band: number }, input: number, step: number, damping: number): void {
  state.low += step * state.band;
  state.band += step * (input - state.low - damping * state.band);
}

/** Blends the end of a longer take into its beginning, so that it can be repeated. */
export function loop(make: (count: number) => Float32Array): Float32Array {
  const length = loopSeconds * sampleRate;
  const blend = blendSeconds * sampleRate;
  const take = make(length + blend);
  const out = take.slice(0, length);
  for (let index = 0; index < blend; index += 1) {
    const share = index / blend;
    out[index] = (take[index] ?? 0) * Math.sqrt(share) + (take[length + index] ?? 0) * Math.sqrt(1 - share);
  }
  return out;
}
