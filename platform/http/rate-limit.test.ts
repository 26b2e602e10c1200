import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

test('lets a burst through, then so many a minute, each key for itself', () => {
  const limit = createRateLimit({ perMinute: 60, burst: 3 });
  expect([0, 0, 0].map((atMs) => limit.take('anna', atMs))).toEqual([0, 0, 0]);
  expect(limit.take('anna', 0)).toBe(1_000);
  expect(limit.take('bert', 0)).toBe(0);
  expect(limit.take('anna', 500)).toBe(500);
  expect(limit.take('anna', 1_000)).toBe(0);
  // A refused request costs nothing, and a long pause gives no more than the burst.
  expect([0, 0, 0, 0].map(() => limit.take('anna', 900_000))).toEqual([0, 0, 0, 1_000]);
});
