import { loudnessOf } from './loudness.ts';
import { sampleRate } from './tone.ts';

/** Loudness of a programme by EBU R 128. */
const programmeLufs = -23;
/** From here on peaks are rounded off; none goes beyond -3 dB, so that no encoder lifts one over full scale. */
const knee = 0.5;
const ceiling = 0.7;
/** Beginning and end are faded, in seconds. */
const fade = 0.05;
/** Rounding off takes some loudness away; each pass comes closer. */
const passes = 3;

/** Brings a mix, interleaved stereo at 48 kHz of any level, to the loudness of television, in place. */
export function master(mix: Float32Array): Float32Array {
  const raw = mix.slice();
  let gain = 1;
  for (let pass = 0; pass < passes; pass += 1) {
    const before = loudnessOf(pass === 0 ? raw : mix);
    if (!Number.isFinite(before)) return mix;
    gain *= 10 ** ((programmeLufs - before) / 20);
    for (let index = 0; index < raw.length; index += 1) mix[index] = rounded((raw[index] ?? 0) * gain);
  }
  return faded(mix);
}

/** The value itself below the knee, and closer and closer to the ceiling above it. */
function rounded(value: number): number {
  const size = Math.abs(value);
  if (size <= knee) return value;
  const room = ceiling - knee;
  return Math.sign(value) * (knee + room * Math.tanh((size - knee) / room));
}

function faded(mix: Float32Array): Float32Array {
  const frames = mix.length / 2;
  const length = Math.min(fade * sampleRate, frames / 2);
  for (let frame = 0; frame < length; frame += 1) {
    for (const index of [frame * 2, frame * 2 + 1, (frames - 1 - frame) * 2, (frames - 1 - frame) * 2 + 1])
      mix[index] = ((mix[index] ?? 0) * frame) / length;
  }
  return mix;
}
