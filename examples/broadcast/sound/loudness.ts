import { sampleRate } from './tone.ts';

/** Coefficients of one filter stage at 48 kHz, as ITU-R BS.1770-5, tables 1 and 2, print them. */
type Stage = { readonly b: readonly [number, number, number]; readonly a: readonly [number, number] };
/** What a head does to sound: a shelf that lifts the treble. */
const head: Stage = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
};
/** The ear hears less of the bass. */
const bass: Stage = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };

const stepSamples = sampleRate / 10;
/** Blocks of 0.4 s that overlap by three quarters. */
const stepsPerBlock = 4;
const silenceLufs = -70;
const gateLu = 10;

/**
 * The programme loudness of interleaved stereo at 48 kHz in LUFS: ITU-R BS.1770-5, annex 1, with both gates; -Infinity
 * where there is nothing but silence, or less than 0.4 s.
 */
export function loudnessOf(samples: Float32Array): number {
  const left = stepPowers(samples, 0);
  const right = stepPowers(samples, 1);
  const blocks = left.slice(stepsPerBlock - 1).map((_, first) => {
    let sum = 0;
    for (let step = first; step < first + stepsPerBlock; step += 1) sum += (left[step] ?? 0) + (right[step] ?? 0);
    return sum / stepsPerBlock;
  });
  const audible = blocks.filter((power) => lufs(power) > silenceLufs);
  const gate = lufs(mean(audible)) - gateLu;
  return lufs(mean(audible.filter((power) => lufs(power) > gate)));
}

/** Mean square of one channel, weighted, in steps of 0.1 s. */
function stepPowers(samples: Float32Array, channel: 0 | 1): number[] {
  const weigh = [filter(head), filter(bass)] as const;
  const powers: number[] = [];
  const frames = Math.floor(samples.length / 2);
  for (let start = 0; start + stepSamples <= frames; start += stepSamples) {
    let sum = 0;
    for (let index = start; index < start + stepSamples; index += 1) {
      const heard = weigh[1](weigh[0](samples[index * 2 + channel] ?? 0));
      sum += heard * heard;
    }
    powers.push(sum / stepSamples);
  }
  return powers;
}

/** A filter of the second order (transposed direct form II) that keeps its state. */
function filter({ b, a }: Stage): (input: number) => number {
  let [first, second] = [0, 0];
  return (input) => {
    const output = b[0] * input + first;
    first = b[1] * input - a[0] * output + second;
    second = b[2] * input - a[1] * output;
    return output;
  };
}

const lufs = (power: number): number => -0.691 + 10 * Math.log10(power);
const mean = (powers: readonly number[]): number => powers.reduce((sum, power) => sum + power, 0) / powers.length || 0;
