import type { Random } from '../random.ts';
import { frameRate } from '../picture.ts';

export const sampleRate = 48_000;

/** A short mono sound, made once and mixed in as often as it happens. */
export type Tone = Float32Array;

/** Samples a function of the time in seconds. */
export function shape(seconds: number, at: (timeSeconds: number) => number): Tone {
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) => at(index / sampleRate));
}

/** Something hard hits something: a damped resonance with a burst of noise. */
export function struck(random: Random, seconds: number, pitchHz: number, ring: number, noise: number): Tone {
  let dull = 0;
  return shape(seconds, (time) => {
    dull += (random.between(-1, 1) - dull) * 0.5;
    const fade = Math.exp((-time * 6) / seconds);
    return fade * (ring * Math.sin(2 * Math.PI * pitchHz * time) + noise * dull * Math.exp(-time * 60) * 2);
  });
}

/** Adds a tone to interleaved stereo from a frame on; `pan` from -1 (left) to 1. */
export function mixIn(out: Float32Array, tone: Tone, frame: number, gain: number, pan: number): void {
  const start = Math.round((Math.max(0, frame) / frameRate) * sampleRate);
  const left = gain * Math.sqrt((1 - pan) / 2) * Math.SQRT2;
  const right = gain * Math.sqrt((1 + pan) / 2) * Math.SQRT2;
  const count = Math.min(tone.length, out.length / 2 - start);
  for (let index = 0; index < count; index += 1) {
    const value = tone[index] ?? 0;
    const at = (start + index) * 2;
    out[at] = (out[at] ?? 0) + value * left;
    out[at + 1] = (out[at + 1] ?? 0) + value * right;
  }
}
