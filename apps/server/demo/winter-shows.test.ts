import { playGames } from '@altis/examples';
import { expect, test } from 'vitest';
import { winterShows } from './winter-shows.ts';

const games = playGames({ seed: 2030, firstDay: '2030-02-22' });
const unitsAt = (instant: string, handedIn: readonly string[] = []): string[] =>
  winterShows(games, Date.parse(instant), handedIn).map(({ unit }) => `${unit.slice(0, 6)} ${unit.slice(22, 32)}`);

test('what is over already is drawn, the best first; otherwise what is over first', () => {
  // The evening before: nothing is over, and the wind moves the race of the men behind that of the women.
  expect(unitsAt('2030-02-21T20:00:00Z')).toEqual(['SJPMNH QUAL000100', 'ALPWDH FNL-000100']);
  // The second morning: there has been a qualification.
  expect(unitsAt('2030-02-23T07:00:00Z')).toEqual(['SJPMNH QUAL000100', 'ALPWDH FNL-000100']);
  expect(unitsAt('2030-02-23T10:30:00Z')).toEqual(['SJPMNH QUAL000100', 'ALPWDH FNL-000100']);
  expect(unitsAt('2030-02-23T20:00:00Z')).toEqual(['ALPMDH FNL-000100', 'SJPMNH FNL-000200']);
});

test('of a sport of which a recording was handed in there is no second', () => {
  const [downhill = '', jumping = ''] = winterShows(games, Date.parse('2030-02-23T20:00:00Z'), []).map(
    ({ unit }) => unit,
  );
  expect(unitsAt('2030-02-24T20:00:00Z', [downhill])).toEqual(['SJPMNH FNL-000200']);
  expect(unitsAt('2030-02-24T20:00:00Z', [downhill, jumping])).toEqual([]);
});
