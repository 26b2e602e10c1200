import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UnitCompetitor } from '../contract/index.ts';
import { winnersOf } from './compose-award.ts';

const ranked = (ranks: readonly number[]): UnitCompetitor[] =>
  ranks.map((rank, at) => ({ code: String(at), rank: String(rank), invalidMark: null }) as UnitCompetitor);

test('a medal is that of one more than those who are better', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }), (ranks) => {
      const won = new Map(winnersOf(ranked(ranks)).map(({ medal, competitor }) => [Number(competitor.code), medal]));
      const medals = ['gold', 'silver', 'bronze'];
      ranks.forEach((rank, at) => expect(won.get(at)).toBe(medals[ranks.filter((other) => other < rank).length]));
    }),
  );
});
