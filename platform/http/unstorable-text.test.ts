import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressHoldsNul, holdsUnstorable } from './unstorable-text.ts';

test('finds a NUL or half a character wherever it stands, and nothing in a text that is whole', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      expect(holdsUnstorable(withoutNul(value))).toBe(false);
    }),
  );
  for (const bad of ['a\0b', '\ud83d', '\ude00x'])
    for (const value of [bad, [1, [bad]], { a: { b: bad } }, { [bad]: 1 }]) expect(holdsUnstorable(value)).toBe(true);
  expect(holdsUnstorable('😀')).toBe(false);
  expect(addressHoldsNul('/api/results/units/a%00b')).toBe(true);
  expect(addressHoldsNul('/api/results/units/%E2%82%AC?x=%2500')).toBe(false);
});

function withoutNul(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('\\u0000', ''));
}
