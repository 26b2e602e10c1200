import { expect, test } from 'vitest';
import { newsBetween } from './moment-news.ts';

const named = (id: string, revision = 1) => ({ id, revision, state: 'named' as const });
const withdrawn = (id: string, revision = 2) => ({ id, revision, state: 'withdrawn' as const });

test('tells arrivals, corrections and withdrawals apart', () => {
  const news = newsBetween(
    [named('a'), named('b'), named('c')],
    [named('a'), named('b', 2), withdrawn('c'), named('d')],
  );
  expect([...news]).toEqual([
    ['b', 'corrected'],
    ['c', 'withdrawn'],
    ['d', 'arrived'],
  ]);
});

test('a moment that comes back arrives again; one that was never seen to stand does not', () => {
  expect([...newsBetween([withdrawn('a')], [named('a', 3), withdrawn('b')])]).toEqual([['a', 'arrived']]);
  expect(newsBetween([withdrawn('a', 2)], [withdrawn('a', 3)]).size).toBe(0);
});
