import { expect, test } from 'vitest';
import { feedState } from './feed-state.ts';

const minuteMs = 60_000;
const beatsMs = [10, 9, 8, 6, 5].map((minute) => minute * minuteMs);
const at = (minute: number) => feedState({ lastMs: 10 * minuteMs, beatsMs, isClosed: false }, minute * minuteMs);

test('how often a source sends keep-alives is learnt, and two that are missing are an alarm', () => {
  expect(at(10.9)).toEqual({ state: 'alive', intervalMs: minuteMs, missed: 0 });
  expect(at(11)).toMatchObject({ state: 'late', missed: 1 });
  expect(at(11.99)).toMatchObject({ state: 'late' });
  expect(at(12)).toMatchObject({ state: 'silent', missed: 2 });
});

test('any message is a sign of life, and who said good-bye may be silent', () => {
  const later = { lastMs: 30 * minuteMs, beatsMs, isClosed: false };
  expect(feedState(later, 30.5 * minuteMs)).toMatchObject({ state: 'alive' });
  expect(feedState({ ...later, isClosed: true }, 90 * minuteMs)).toMatchObject({ state: 'closed', missed: 0 });
});

test('what was set holds; without it, too few keep-alives or several at once teach nothing', () => {
  const one = { lastMs: 0, beatsMs: [0], isClosed: false };
  expect(feedState(one, 25_000, 10_000)).toMatchObject({ state: 'silent', intervalMs: 10_000, missed: 2 });
  expect(feedState(one, 25_000)).toMatchObject({ state: 'unwatched', intervalMs: null });
  expect(feedState({ ...one, beatsMs: [3, 2, 1, 0] }, minuteMs)).toMatchObject({ state: 'unwatched' });
});
