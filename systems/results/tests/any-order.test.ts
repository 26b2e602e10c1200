import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { results as published } from '@altis/results/contract';
import { startAltis, type Altis } from '@altis/testing';
import {
  entries,
  participants,
  playByPlay,
  results,
  schedule,
  suomi,
  teams,
  unit,
  valla,
  type Goal,
} from './hockey-feed.ts';

const goal = (id: string, order: number, changes: Partial<Goal> = {}): Goal => ({
  id,
  order,
  score: [order, 0],
  when: `0${order}:00`,
  ...changes,
});

/** A game with corrections, a withdrawal, a late name and a changed schedule. */
const feed = [
  schedule(1),
  schedule(9, 'RUNNING'),
  schedule(30, 'FINISHED'),
  participants(2, [valla, suomi]),
  participants(19, [{ ...suomi, family: 'Outdated' }, valla], 'DT_PARTIC_UPDATE'),
  participants(20, [{ ...suomi, family: 'Suominen' }], 'DT_PARTIC_UPDATE'),
  participants(21, [{ ...valla, given: 'Teemu' }], 'DT_PARTIC_UPDATE'),
  teams(3),
  teams(22, [valla]),
  entries(3, 'DT_ENTRIES', [valla, suomi]),
  entries(23, 'DT_ENTRIES_UPDATE', [valla, suomi]),
  entries(24, 'DT_ENTRIES_UPDATE', [valla]),
  results(4, 'START_LIST', ['0', '0']),
  results(11, 'LIVE', ['1', '0']),
  results(31, 'OFFICIAL', ['2', '0']),
  playByPlay(5, [goal('A1', 1)], { period: 'P1' }),
  playByPlay(6, [goal('A1', 1), goal('A2', 2)], { period: 'P1' }),
  playByPlay(7, [goal('A1', 1, { scorer: suomi }), goal('A2', 2)], { period: 'P1' }),
  playByPlay(8, [goal('A1', 1, { scorer: suomi })], { period: 'P1' }),
  playByPlay(12, [goal('B1', 3)], { period: 'P2' }),
  playByPlay(15, [goal('A1', 1, { scorer: suomi }), goal('B1', 3), goal('B2', 4)]),
  playByPlay(17, [goal('B1', 3), goal('B2', 4, { score: [9, 9] })], { period: 'P2' }),
];

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let altis: Altis;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'] });
});
afterAll(() => altis?.stop());

const shuffled = fc.sample(fc.shuffledSubarray(feed, { minLength: feed.length }), { seed: 2030, numRuns: 5 });
const orders: [name: string, messages: string[]][] = [
  ['reversed', feed.toReversed()],
  ['each message twice', feed.flatMap((message) => [message, message])],
  ['everything twice', [...feed, ...feed]],
  ...shuffled.map((messages, index): [string, string[]] => [`shuffled ${index + 1}`, messages]),
];

test('the state is the same whatever the order of arrival', async () => {
  const inOrder = await stateAfter(feed, 0);
  expect(inOrder).toMatchObject({
    scheduleStatus: 'FINISHED',
    resultStatus: 'OFFICIAL',
    actions: [{ id: 'A1' }, { id: 'B1' }, { id: 'B2', homeScore: '9' }],
    // Who was taken out by updates is neither of the team nor entered.
    people: [
      { events: [{ bib: '10' }], teams: [{ name: 'Northland' }] },
      { events: [], teams: [] },
    ],
  });
  for (const [index, [name, messages]] of orders.entries()) {
    expect(await stateAfter(messages, index + 1), name).toEqual(inOrder);
  }
});

/** Sends the feed as that of another discipline and other people, and reads what came of it. */
async function stateAfter(messages: readonly string[], number: number): Promise<unknown> {
  const discipline = `X0${number}`;
  const person = `2${number}00`;
  for (const message of messages) {
    const response = await altis.administrator.fetch('/api/results/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: message.replaceAll('IHO', discipline).replaceAll('"1000', `"${person}`),
    });
    expect(response.ok).toBe(true);
  }
  const api = altis.administrator.api(published);
  const detail = await api.units.read({ rsc: unit.replace('IHO', discipline) });
  const people = await Promise.all(
    [valla, suomi].map(({ code }) => api.participants.read({ code: code.replace('1000', person) })),
  );
  const comparable = {
    ...detail,
    people: people.map(({ events, teams: of }) => ({ events, teams: of })),
    source: detail.source?.version,
    // What a person was told before depends on the order; what holds does not.
    withdrawn: undefined,
    facts: detail.facts.map((fact) => ({ ...fact, source: fact.source.version })),
    actions: detail.actions.map((action) => ({ ...action, isCorrected: undefined, source: action.source.version })),
  };
  return JSON.parse(JSON.stringify(comparable).replaceAll(discipline, 'IHO').replaceAll(`"${person}`, '"1000'));
}
