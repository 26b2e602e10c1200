import { findMessageFaults } from '@altis/i18n/testing';
import type { Action, Fact } from '@altis/results/contract';
import { expect, test } from 'vitest';
import { momentLanguages } from '../contract/moment.ts';
import { profileOfFact, toldAs } from '../domain/fact-profile.ts';
import { profileOf } from '../domain/profile.ts';
import { iceHockeyProfile } from '../domain/profiles/ice-hockey.ts';
import { tellAction } from '../domain/tell-action.ts';
import { tellFact } from '../domain/tell-fact.ts';
import { joinNames, tellingMessages, translate } from './telling.ts';

const person = (tv: string) => ({ print: tv, tv, family: null, given: null, local: null });
const goal: Action = {
  id: 'P1-1',
  unit: 'IHOMTEAM6-------------FNL-000100--',
  discipline: 'IHO',
  code: 'GOAL',
  result: 'PP1',
  comment: null,
  period: 'P1',
  order: 1,
  clock: '14:02',
  at: '2030-02-22T15:13:58.420+01:00',
  homeScore: '2',
  awayScore: '1',
  home: 'IHOMTEAM6---AAA01',
  away: 'IHOMTEAM6---BBB01',
  competitors: [
    {
      code: 'IHOMTEAM6---AAA01',
      kind: 'team',
      name: 'Aland',
      organisation: 'AAA',
      athletes: [
        { code: '1', name: person('Tero Valla'), organisation: 'AAA', role: 'SCR', bib: '17' },
        { code: '2', name: person('Aki Suomi'), organisation: 'AAA', role: 'ASSIST1', bib: '9' },
      ],
    },
  ],
};

test('every text is there in every language, with the same values', () => {
  expect(findMessageFaults(tellingMessages)).toEqual([]);
});

test('a goal is told with scorer, helpers, clock and score', () => {
  const told = tellAction(goal, profileOf('IHO', 'GOAL')!, translate, joinNames);
  expect(told.title.en).toBe('Goal: Tero Valla, AAA 2–1 BBB');
  expect(told.sentence.en).toBe(
    'Tero Valla scores for Aland on the power play at 14:02 of the first period, assisted by Aki Suomi. It is AAA 2, BBB 1.',
  );
  expect(told.sentence.de).toContain('auf Vorlage von Aki Suomi');
  expect(told.title['zh-Hans']).toBe('进球：Tero Valla，AAA 2–1 BBB');
});

test('every action of every profile is told in every language, also when the feed says little', () => {
  const bare: Action = {
    ...goal,
    competitors: [],
    homeScore: null,
    awayScore: null,
    clock: null,
    period: null,
    result: null,
    home: null,
    away: null,
  };
  for (const code of [...Object.keys(iceHockeyProfile), 'NEW-CODE']) {
    const profile = profileOf('IHO', code);
    if (profile === null) continue;
    for (const action of [goal, bare]) {
      const { title, sentence } = tellAction({ ...action, code }, profile, translate, joinNames);
      for (const language of momentLanguages) {
        expect(title[language]).not.toBe(`${profile.telling}.title`);
        expect(sentence[language]).not.toBe(`${profile.telling}.sentence`);
        expect(title[language]).not.toMatch(/[{}]|undefined/);
      }
    }
  }
});

test('every fact that is a moment is told in every language, also when the messages say little', () => {
  const source = { message: 'm', documentType: 'DT_RESULT', version: 1, issuedAt: '2030-02-22T10:00:00' };
  const about = {
    unit: 'ALPMDH----------------FNL-000100--',
    at: '2030-02-22T09:00:00Z',
    competitor: '1',
    position: null,
  };
  const full = {
    ...about,
    name: 'Aki SUOMI',
    organisation: 'AAA',
    value: '1:30.50',
    rank: '4',
    previous: null,
    source,
  };
  const bare = { ...full, name: null, organisation: null, value: null, rank: null };
  const titles = (['finished', 'lead-change', 'podium-change', 'out', 'record'] as const).map((kind) => {
    for (const fact of [full, bare]) {
      const told = tellFact({ id: kind, kind, ...fact }, profileOfFact({ id: kind, kind, ...fact }, [])!, translate);
      for (const text of [...Object.values(told.title), ...Object.values(told.sentence)]) {
        expect(text).not.toMatch(/[{}]|undefined|none|^fact\./);
      }
    }
    const fact: Fact = { id: kind, kind, ...full };
    return tellFact(fact, profileOfFact(fact, [])!, translate).title.en;
  });
  expect(titles).toEqual([
    'Aki SUOMI finishes: rank 4',
    'Aki SUOMI takes the lead',
    'Aki SUOMI moves up to rank 4',
    'Aki SUOMI is out',
    'Record (1:30.50): Aki SUOMI',
  ]);

  // In the second of two runs a finish tells of that run, and the lead of both.
  const finish: Fact = { id: 'finished', kind: 'finished', ...full, value: '44.10', rank: '2' };
  const lead: Fact = { id: 'lead-change', kind: 'lead-change', ...full, rank: '1' };
  const together = [finish, lead];
  const told = tellFact(toldAs(finish, together), profileOfFact(finish, together)!, translate);
  expect(told.sentence.en).toBe('Aki SUOMI (AAA) takes the lead with 1:30.50.');
});
