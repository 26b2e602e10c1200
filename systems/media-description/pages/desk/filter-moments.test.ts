import { expect, test } from 'vitest';
import type { MomentView } from '../views.ts';
import { filterMoments, filterOptions } from './filter-moments.ts';

function moment(
  id: string,
  action: string,
  importance: number,
  athletes: [code: string, organisation: string][],
): MomentView {
  return {
    id,
    action,
    importance,
    athletes: athletes.map(([code, organisation]) => ({ code, organisation, name: code, localName: null, role: null })),
    organisations: [...new Set(athletes.map(([, organisation]) => organisation))],
  } as unknown as MomentView;
}

const moments = [
  moment('goal', 'GOAL', 5, [
    ['1', 'NRV'],
    ['9', 'ZAH'],
  ]),
  moment('shot', 'SHOT', 2, [['2', 'NRV']]),
  moment('penalty', 'P', 3, [['9', 'ZAH']]),
];
const ids = (...chips: [field: string, value: string][]) =>
  filterMoments(
    moments,
    chips.map(([field, value]) => ({ field, value })),
  ).map(({ id }) => id);

test('values of one field add up, fields narrow each other', () => {
  expect(ids()).toEqual(['goal', 'shot', 'penalty']);
  expect(ids(['action', 'GOAL'], ['action', 'SHOT'])).toEqual(['goal', 'shot']);
  expect(ids(['action', 'GOAL'], ['action', 'SHOT'], ['organisation', 'ZAH'])).toEqual(['goal']);
  expect(ids(['importance', '3'])).toEqual(['goal', 'penalty']);
  expect(ids(['athlete', '9'], ['action', 'SHOT'])).toEqual([]);
});

test('offers what occurs, most frequent first', () => {
  expect(filterOptions(moments, 'athlete')).toEqual([
    { value: '9', count: 2 },
    { value: '1', count: 1 },
    { value: '2', count: 1 },
  ]);
  expect(filterOptions(moments, 'importance')[0]).toEqual({ value: '5', count: 1 });
});
