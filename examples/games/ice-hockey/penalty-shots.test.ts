import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../broadcast/random.ts';
import { penaltyShots } from './penalty-shots.ts';

test('penalty shots end as soon as one side cannot be caught, and not before', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const attempts = penaltyShots(seededRandom(seed));
      const lead = (of: typeof attempts): { ahead: number; canFollow: number } => {
        const [home, away] = (['home', 'away'] as const).map((side) => of.filter((each) => each.side === side));
        const ahead = home!.filter(({ isIn }) => isIn).length - away!.filter(({ isIn }) => isIn).length;
        const behind = ahead > 0 ? away! : home!;
        return { ahead, canFollow: Math.max(5, home!.length, away!.length) - behind.length };
      };
      const end = lead(attempts);
      expect(Math.abs(end.ahead)).toBeGreaterThan(end.canFollow);
      const before = lead(attempts.slice(0, -1));
      expect(Math.abs(before.ahead)).toBeLessThanOrEqual(before.canFollow);
      attempts.forEach(({ side }, index) => expect(side).toBe(index % 2 === 0 ? 'away' : 'home'));
    }),
    { numRuns: 300 },
  );
});
