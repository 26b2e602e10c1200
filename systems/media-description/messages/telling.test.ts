import { findMessageFaults } from '@altis/i18n/testing';
import type { Action } from '@altis/results/contract';
import { expect, test } from 'vitest';
import { momentLanguages } from '../contract/moment.ts';
import { profileOf } from '../domain/profile.ts';
import { iceHockeyProfile } from '../domain/profiles/ice-hockey.ts';
import { tellAction } from '../domain/tell-action.ts';
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
