import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMedals, differingOrganisations, rankMedals } from './medal-table.ts';

const medal = fc.record({
  organisation: fc.constantFrom('AAA', 'BBB', 'CCC', 'DDD', 'EEE'),
  medal: fc.constantFrom('gold' as const, 'silver' as const, 'bronze' as const),
});

test('the table has every medal once, better counts before worse, and the same counts share a rank', () => {
  fc.assert(
    fc.property(fc.array(medal, { maxLength: 25 }), (medals) => {
      const table = rankMedals(countMedals(medals));
      expect(table.reduce((all, { total }) => all + total, 0)).toBe(medals.length);
      for (const [index, line] of table.entries()) {
        const worth = ({ gold, silver, bronze }: typeof line): number => (gold * 100 + silver) * 100 + bronze;
        expect(line.rank).toBe(1 + table.filter((other) => worth(other) > worth(line)).length);
        expect(line.isRankShared).toBe(table.some((other) => other !== line && worth(other) === worth(line)));
        expect(line.rankByTotal).toBe(1 + table.filter(({ total }) => total > line.total).length);
        expect(worth(table[Math.max(index - 1, 0)]!)).toBeGreaterThanOrEqual(worth(line));
      }
      expect(differingOrganisations(countMedals(medals), countMedals(medals.toReversed()))).toEqual([]);
    }),
  );
});

test('a table that leaves out an organisation, or gives it other medals, differs', () => {
  const counted = [
    { organisation: 'AAA', gold: 1, silver: 0, bronze: 0 },
    { organisation: 'BBB', gold: 0, silver: 1, bronze: 0 },
  ];
  expect(
    differingOrganisations(counted, [counted[0]!, { organisation: 'CCC', gold: 0, silver: 0, bronze: 0 }]),
  ).toEqual(['BBB']);
});
