import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { loudnessOf } from './loudness.ts';
import { master } from './master.ts';
import { sampleRate } from './tone.ts';

const stereo = (seconds: number, at: (time: number) => number): Float32Array =>
  Float32Array.from({ length: seconds * sampleRate * 2 }, (_, index) => at(Math.floor(index / 2) / sampleRate));
const tone = (decibels: number, time: number): number => 10 ** (decibels / 20) * Math.sin(2 * Math.PI * 1000 * time);

test('loudness is measured as the test signals of EBU Tech 3341 want it', () => {
  // Cases 1, 2 and 3: tones of 1 kHz, the quiet parts of the last one are gated out.
  expect(loudnessOf(stereo(20, (time) => tone(-23, time)))).toBeCloseTo(-23, 1);
  expect(loudnessOf(stereo(20, (time) => tone(-33, time)))).toBeCloseTo(-33, 1);
  expect(loudnessOf(stereo(80, (time) => tone(time < 10 || time >= 70 ? -36 : -23, time)))).toBeCloseTo(-23, 1);
  expect(loudnessOf(stereo(2, () => 0))).toBe(-Infinity);
});

test('a mix of any level comes to -23 LUFS without a peak beyond -3 dB, and begins and ends in silence', () => {
  const random = seededRandom(5);
  for (const level of [0.02, 0.4, 6]) {
    const mixed = master(
      stereo(12, (time) => level * (random.between(-1, 1) * (time % 4 < 1 ? 1 : 0.2) + (time % 3 < 0.01 ? 9 : 0))),
    );
    expect(loudnessOf(mixed)).toBeCloseTo(-23, 0);
    expect(mixed.reduce((most, value) => Math.max(most, Math.abs(value)), 0)).toBeLessThanOrEqual(0.71);
    expect(Math.abs(mixed[0] ?? 1) + Math.abs(mixed.at(-1) ?? 1)).toBe(0);
  }
  expect(master(new Float32Array(9600)).every((value) => value === 0)).toBe(true);
});
