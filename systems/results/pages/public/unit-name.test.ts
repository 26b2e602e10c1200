import { expect, test } from 'vitest';
import { unitName, unitNameInEvent } from './unit-name.ts';

test('the name of a unit is one line, keeps its number, and beside its event says only what is its own', () => {
  const eventName = { en: "Men's Tournament", de: 'Turnier Männer', ja: '男子' };
  const name = {
    en: "Men's Tournament – Group A\n1",
    de: 'Turnier Männer: Halbfinale 2',
    ja: '男子予選',
    fr: 'Tournoi – Finale',
  };
  expect(unitNameInEvent({ name, eventName })).toEqual({
    en: 'Group A,\u00A01',
    de: 'Halbfinale\u00A02',
    // No sign parts them, so that it may be one word.
    ja: '男子予選',
    fr: 'Tournoi – Finale',
  });
  expect(unitName({ name: { en: 'Group A\n1' } })).toEqual({ en: 'Group A,\u00A01' });
  expect(unitNameInEvent({ name: { en: 'Sprint' }, eventName: { en: 'Sprint' } })).toEqual({ en: 'Sprint' });
});
