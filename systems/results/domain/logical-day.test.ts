import { expect, test } from 'vitest';
import { logicalDay } from './logical-day.ts';

const cases: [what: string, start: string | undefined, began: (string | null)[], day: string | null][] = [
  ['in the evening', '2030-02-12T21:10:00+01:00', ['2030-02-12'], '2030-02-12'],
  ['past midnight in the session of the evening', '2030-02-13T00:40:00+01:00', ['2030-02-12'], '2030-02-12'],
  ['past midnight, as a message about it says', '2030-02-13T00:40:00', [null, null, '2030-02-12'], '2030-02-12'],
  ['past midnight, in a session that began then', '2030-02-13T00:40:00', ['2030-02-13', '2030-02-12'], '2030-02-13'],
  ['past midnight, and nothing says otherwise', '2030-02-13T00:40:00', [null], '2030-02-13'],
  ['moved to the next day, still under the code of its session', '2030-02-13T10:00:00', ['2030-02-12'], '2030-02-13'],
  ['past midnight over the end of a year', '2031-01-01T01:00:00', ['2030-12-31'], '2030-12-31'],
  ['without a time', undefined, [null, '2030-02-12'], '2030-02-12'],
  ['without anything', undefined, [], null],
];

test.each(cases)('%s', (_what, start, began, day) => expect(logicalDay(start, began)).toBe(day));
