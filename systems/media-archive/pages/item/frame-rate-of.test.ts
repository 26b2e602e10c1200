import { expect, test } from 'vitest';
import { frameRateOf } from './frame-rate-of.ts';

test.each([
  [25, 25, 1],
  [60_000 / 1001, 60_000, 1001],
  [29.97, 30_000, 1001],
  [23.976, 24_000, 1001],
  [18.25, 18_250, 1000],
])('%s frames a second are %s/%s', (rate, numerator, denominator) => {
  expect(frameRateOf(rate)).toEqual({ numerator, denominator });
});
