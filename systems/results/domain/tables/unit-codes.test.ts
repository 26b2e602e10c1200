import { expect, test } from 'vitest';
import { unitsOfValues } from './unit-codes.ts';

const event = { rsc: 'RUNXRELAY-------------------------', name: 'Relay' };

type Standing = Parameters<typeof unitsOfValues>[3];

/** Phase and number of each value, by its key. */
function codesOf(title: string, values: readonly string[], standing: Standing = []): Record<string, string> {
  const read = unitsOfValues(event, title, values, standing);
  if (!read.ok) return { fault: read.fault.code };
  return Object.fromEntries(Array.from(read.units, ([key, { rsc }]) => [key, rsc.slice(22, 30)]));
}

test.each([
  ['Finale', ['Großes Finale', 'Kleines Finale'], ['FNL-0001', 'FNL-0002']],
  ['Final', ['A Final', 'B-Finale'], ['FNL-0001', 'FNL-0002']],
  ['Final', ['Finale A', 'small final', 'Semifinal 2'], ['FNL-0001', 'FNL-0002', 'SFNL0002']],
  ['Heat', ['Heat 3', '1', 'Lauf 2'], ['HEAT0003', 'HEAT0001', 'FNL-0002']],
  ['Start', ['Youth 12', 'Heat 1234'], ['FNL-0012', 'HEAT1234']],
  ['Run', ['Run 1', 'Final 1', 'Final'], ['FNL-0003', 'FNL-0002', 'FNL-0001']],
])('in whichever order, of the column %s the units %j are %j', (title, values, codes) => {
  const wanted = Object.fromEntries(values.map((value, at) => [value.toLowerCase(), codes[at]]));
  expect(codesOf(title, values)).toEqual(wanted);
  expect(codesOf(title, values.toReversed())).toEqual(wanted);
});

test('a name that stands is that unit, and one without a number leaves those that stand alone', () => {
  const standing = ['Relay, Morning', 'Relay, Evening'].map((name, at) => {
    return { rsc: `RUNXRELAY-------------FNL-000${at + 1}00--`, names: [name] };
  });
  expect(codesOf('Start', ['Evening', 'Night', 'Morning'], standing)).toEqual({
    evening: 'FNL-0002',
    night: 'FNL-0003',
    morning: 'FNL-0001',
  });
});

test('a column of something else is a fault, however long it is', () => {
  const values = Array.from({ length: 20_000 }, (_, at) => `Runner ${at}`);
  expect(codesOf('Heat', values)).toEqual({ fault: 'too-many-units' });
});
