import { expect, test } from 'vitest';
import { readingTimeMs } from './reading-time.ts';

test('238 words take a minute, and punctuation none', () => {
  expect(readingTimeMs('ice, '.repeat(238))).toBe(60_000);
  expect(readingTimeMs(' … ')).toBe(0);
});
