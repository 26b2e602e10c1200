import { expect, test } from 'vitest';
import type { Register } from './register.ts';
import { nothingYet, type CompetitorFacts } from './unit-results.ts';
import { unitCompetitors } from './unit-competitors.ts';

const name = (family: string) => ({ print: family, tv: family, family, given: null, local: null });
const register: Register = {
  participants: new Map([
    ['7', { code: '7', name: name('Valla'), organisation: 'AAA', gender: null, birthDate: null, function: null }],
  ]),
  teams: new Map([
    ['H', { code: 'H', name: 'Northland', organisation: 'AAA', members: [{ code: '7', bib: '17', role: null }] }],
  ]),
};
const team = (code: string, changes: Partial<CompetitorFacts> = {}): CompetitorFacts => ({
  code,
  kind: 'team',
  name: `${code} in the message`,
  organisation: '',
  ...nothingYet,
  side: null,
  athletes: [],
  ...changes,
});

test('before any result, the sides of the play-by-play compete, with the line-up of the team list', () => {
  const found = unitCompetitors({ results: [], starts: [], home: 'H', away: 'V' }, register);
  expect(found).toMatchObject([
    { code: 'H', name: 'Northland', organisation: 'AAA', side: 'home', athletes: [{ code: '7', bib: '17' }] },
    { code: 'V', name: 'V', side: 'away', athletes: [] },
  ]);
});

test('results go before the start list, home before away, and the register names whom it knows', () => {
  const athletes = [{ code: '7', name: name('Wala'), bib: '17', role: 'SCR', order: '1' }];
  const results = [team('V', { side: 'away', result: '1' }), team('H', { result: '2', athletes })];
  const found = unitCompetitors({ results, starts: [team('X')], home: 'H', away: null }, register);
  expect(found).toMatchObject([
    { code: 'H', side: 'home', result: '2', name: 'Northland', athletes: [{ name: { family: 'Valla' } }] },
    { code: 'V', side: 'away', result: '1', name: 'V in the message' },
  ]);
});
