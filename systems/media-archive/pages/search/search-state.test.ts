import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionFields, readSearch, searchInput, searchPath, type SearchState } from './search-state.ts';

test('every search can be written into an address and read from it again', () => {
  const text = fc.string({ unit: 'grapheme' });
  const value = fc.string({ unit: 'grapheme', minLength: 1 });
  const condition = fc.record({ field: fc.constantFrom(...conditionFields), value });
  const search = fc.record({
    text,
    conditions: fc.array(condition),
    order: fc.constantFrom('relevance' as const, 'newest' as const),
  });
  fc.assert(
    fc.property(search, (state: SearchState) => {
      const { searchParams } = new URL(searchPath(state), 'http://altis');
      expect(readSearch(Object.fromEntries(searchParams))).toEqual(state);
    }),
  );
});

test('asks for all values of a field, and for the last of each day', () => {
  const state = readSearch({ q: 'goal', filter: 'athlete:101,athlete:102,from:2026-02-10,odd:1,from:2026-02-11' });
  expect(searchInput(state, 'it')).toEqual({
    text: 'goal',
    athlete: ['101', '102'],
    from: '2026-02-11',
    order: 'relevance',
    language: 'it',
    limit: 30,
  });
});
