import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { odfElement } from '@altis/odf';
import { results as published } from '@altis/results/contract';
import { startAltis, type Altis } from '@altis/testing';
import { participants } from './hockey-feed.ts';
import { around, berg, competitor, costa, dahl, document, evans, event, firstRun, line, medal } from './slalom-feed.ts';
import { plan, result, secondRun, type Racer } from './slalom-feed.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let altis: Altis;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'] });
});
afterAll(() => altis?.stop());

const mark = (racer: Racer, rank: number, time: string) => line(racer, rank, { Rank: rank, Result: time });
const medals = (version: number, ...order: readonly [Racer, Racer, Racer]) => {
  const [gold, silver, bronze] = order.map((racer) => competitor(racer));
  const codes = [medal('ME_GOLD', gold!), medal('ME_SILVER', silver!), medal('ME_BRONZE', bronze!)];
  return document('DT_MEDALLISTS', { version, resultStatus: 'OFFICIAL' }, codes);
};
const first = { rsc: firstRun, start: '2030-02-22T21:00:00+01:00' };
const second = { rsc: secondRun, start: '2030-02-23T00:15:00+01:00', medal: 1 };

/** A slalom with a moved run, corrections, a medal taken away, and names put right. */
const feed = [
  plan(1, [first, second]),
  plan(12, [{ ...second, start: '2030-02-23T10:00:00+01:00' }], 'DT_SCHEDULE_UPDATE'),
  plan(30, [{ ...first, status: 'FINISHED' }], 'DT_SCHEDULE_UPDATE'),
  plan(31, [{ ...second, start: '2030-02-23T10:00:00+01:00', status: 'FINISHED' }], 'DT_SCHEDULE_UPDATE'),
  participants(2, [berg, costa]),
  participants(19, [{ ...berg, family: 'Berg-Lund' }], 'DT_PARTIC_UPDATE'),
  participants(17, [{ ...berg, family: 'Outdated' }], 'DT_PARTIC_UPDATE'),
  result('START_LIST', { version: 3 }, [line(berg, 1, {}), line(dahl, 2, {})]),
  result('LIVE', { version: 5 }, [mark(berg, 1, '50.10'), line(dahl, 2, {})]),
  document('DT_CURRENT', { documentCode: firstRun, version: 6 }, [line(dahl, 2, { Result: '31.00' })]),
  result('OFFICIAL', { version: 9 }, [mark(dahl, 1, '50.00'), mark(berg, 2, '50.10'), mark(costa, 3, '51.00')]),
  result('OFFICIAL', { version: 11 }, [mark(berg, 1, '50.10'), mark(costa, 2, '51.00'), line(dahl, 3, { IRM: 'DSQ' })]),
  document('DT_CURRENT', { documentCode: secondRun, version: 13 }, [line(costa, 1, { Result: '12.00' })]),
  result('OFFICIAL', { version: 14, documentCode: secondRun }, [mark(costa, 1, '1:40.00')]),
  around.standing(7, [dahl, berg]),
  around.standing(10, [berg, costa]),
  around.bracket(4),
  around.record(15),
  around.weather(8, '-8'),
  around.weather(16, '-11'),
  around.decision(18),
  medals(20, dahl, berg, costa),
  medals(25, berg, costa, evans),
  document('DT_MEDALLISTS_DISCIPLINE', { documentCode: `ALP${'-'.repeat(31)}`, version: 40 }, [
    odfElement('Discipline', { Code: `ALP${'-'.repeat(31)}` }, [
      odfElement('Event', { Code: event, EventName: 'Slalom of women' }, [medal('ME_GOLD', competitor(evans))]),
    ]),
  ]),
];

const shuffled = fc.sample(fc.shuffledSubarray(feed, { minLength: feed.length }), { seed: 2030, numRuns: 5 });
const orders: [name: string, messages: string[]][] = [
  ['reversed', feed.toReversed()],
  ['everything twice', [...feed, ...feed]],
  ...shuffled.map((messages, index): [string, string[]] => [`shuffled ${index + 1}`, messages]),
];

test('schedule, event, medals and records are the same whatever the order of arrival', async () => {
  const inOrder = await stateAfter(feed, 0);
  expect(inOrder).toMatchObject({
    units: [
      { day: '2030-02-22', resultStatus: 'OFFICIAL', leaders: [{ name: 'Ida BERG-LUND' }, { code: costa.code }] },
      { day: '2030-02-23', scheduleStatus: 'FINISHED', competitors: [{ code: costa.code, result: '1:40.00' }] },
    ],
    slalom: { status: 'finished', days: ['2030-02-22', '2030-02-23'], name: { en: 'Slalom of women' } },
    table: [
      { organisation: 'AAA', gold: 1, bronze: 1 },
      { organisation: 'BBB', silver: 1 },
    ],
  });
  for (const [index, [name, messages]] of orders.entries()) {
    expect(await stateAfter(messages, index + 1), name).toEqual(inOrder);
  }
});

/** Sends the feed as that of another discipline and other people, and reads what came of it. */
async function stateAfter(messages: readonly string[], number: number): Promise<unknown> {
  const discipline = `X0${number}`;
  const person = `3${number}00`;
  const headers = { 'content-type': 'application/xml' };
  for (const message of messages) {
    const body = message
      .replaceAll('IHO', discipline)
      .replaceAll('ALP', discipline)
      .replaceAll('"1000', `"${person}`)
      .replaceAll('"HIL"', `"${discipline}HIL"`);
    const response = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body });
    expect(response.ok).toBe(true);
  }
  const api = altis.administrator.api(published);
  const local = (rsc: string): string => rsc.replace('ALP', discipline);
  const state = {
    units: [await api.units.read({ rsc: local(firstRun) }), await api.units.read({ rsc: local(secondRun) })],
    slalom: await api.events.read({ rsc: local(event) }),
    table: (await api.medals.table({ discipline })).lines,
    medals: (await api.medals.list({ discipline })).items,
    records: (await api.records.list({ discipline })).items,
    listed: (await api.units.list({ discipline })).items,
    person: await api.participants.read({ code: berg.code.replace('1000', person) }),
  };
  // Messages are other ones each time; which version of which document they are is not. Facts have tests of their own.
  const text = JSON.stringify(state, (key, value: unknown) =>
    key === 'message' || key === 'facts' ? undefined : value,
  );
  return JSON.parse(text.replaceAll(discipline, 'ALP').replaceAll(`"${person}`, '"1000')) as unknown;
}
