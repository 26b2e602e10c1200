import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { atMost } from './at-most.ts';

test('never more than so many at once, and all get their turn, also after failures', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      async (count, failures) => {
        const inTurn = atMost(count);
        let [running, most] = [0, 0];
        const results = failures.map((fails) =>
          inTurn(async () => {
            running += 1;
            most = Math.max(most, running);
            await Promise.resolve();
            running -= 1;
            if (fails) throw new Error('failed');
          }),
        );
        const settled = await Promise.allSettled(results);
        expect(settled.map(({ status }) => status === 'rejected')).toEqual(failures);
        expect(most).toBe(Math.min(count, failures.length));
      },
    ),
  );
});
