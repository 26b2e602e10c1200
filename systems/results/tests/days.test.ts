import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSchema, sql, type SchemaDatabase } from '@altis/database';
import { createTestDatabase, type TestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { results as published } from '@altis/results/contract';
import { startAltis, waitFor, type Altis } from '@altis/testing';
import { participants, results, valla } from './hockey-feed.ts';
import { berg, document, line, plan, result, type Planned } from './slalom-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let store: SchemaDatabase<unknown>;
let altis: Altis;
beforeAll(async () => {
  database = await createTestDatabase();
  const env = { ALTIS_RESULTS_TIME_ZONE: 'Europe/Rome', DATABASE_URL: database.url };
  altis = await startAltis({ systems: ['results'], env });
  store = await openSchema({ server: database, schema: 'results_reader', migrations: {}, log: silentLog });
});
afterAll(async () => {
  await altis?.stop();
  await store?.close();
  await database?.drop();
});

const api = () => altis.administrator.api(published);

async function send(...messages: readonly string[]): Promise<void> {
  for (const body of messages) {
    const headers = { 'content-type': 'application/xml' };
    const response = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body });
    expect(response.status).toBe(201);
  }
}

const unit = (number: number): string => `ALPWSL----------------FNL-000${number}00--`;
const planned = (number: number, start: string, more: Partial<Planned> = {}): Planned => ({
  rsc: unit(number),
  start,
  session: '',
  ...more,
});

/** Where and when the units of a day are: number, start in UTC, offset at the venue. */
async function dayOf(day: string): Promise<unknown[]> {
  const { items } = await api().schedule.day({ day });
  return items.map(({ rsc, startsAt, offset }) => [Number(rsc.slice(29, 30)), startsAt?.slice(5, 16), offset]);
}

let version = 0;
const schedule = (...units: readonly Planned[]) => plan(++version, units, 'DT_SCHEDULE_UPDATE');

test('the night in which summer time begins: times without an offset are those of the zone, in their true order', async () => {
  await send(
    schedule(planned(1, '2030-03-31T01:30:00'), planned(2, '2030-03-31T03:15:00'), planned(3, '2030-03-31T21:00:00')),
  );
  expect(await dayOf('2030-03-31')).toEqual([
    [1, '03-31T00:30', '+01:00'],
    [2, '03-31T01:15', '+02:00'],
    [3, '03-31T19:00', '+02:00'],
  ]);
});

test('the night in which it ends: an hour that comes twice is told apart by its offset', async () => {
  await send(
    schedule(
      planned(5, '2030-10-27T02:30:00+01:00'),
      planned(4, '2030-10-27T02:30:00+02:00'),
      planned(6, '2030-10-27T02:30:00'),
    ),
  );
  expect(await dayOf('2030-10-27')).toEqual([
    [4, '10-27T00:30', '+02:00'],
    // Without an offset it is the first.
    [6, '10-27T00:30', '+02:00'],
    [5, '10-27T01:30', '+01:00'],
  ]);
});

test('a unit past midnight belongs to the day of its session, or to the LogicalDate of its messages', async () => {
  // The session of the plan begins on 22 February at 20:00.
  await send(
    plan(++version, [
      planned(7, '2030-02-23T00:40:00+01:00', { session: 'ALP01' }),
      planned(8, '2030-02-23T00:50:00+01:00'),
    ]),
  );
  expect(await dayOf('2030-02-22')).toEqual([[7, '02-22T23:40', '+01:00']]);
  await send(
    result('START_LIST', { version: 1, documentCode: unit(8), date: '2030-02-23', logicalDate: '2030-02-22' }, [
      line(berg, 1, {}),
    ]),
  );
  expect(await dayOf('2030-02-22')).toEqual([
    [7, '02-22T23:40', '+01:00'],
    [8, '02-22T23:50', '+01:00'],
  ]);
});

test('an early start on its own day is not drawn to the day before by a start list that was sent then', async () => {
  const rsc = 'ALPMDH----------------FNL-000100--';
  await send(schedule({ rsc, start: '2030-03-05T05:30:00+01:00', session: '' }));
  const sent = (status: string, of: number, day: string) =>
    result(status, { version: of, documentCode: rsc, date: day, logicalDate: day }, [line(berg, 1, {})]);
  await send(sent('START_LIST', 1, '2030-03-04'));
  expect(await api().units.read({ rsc })).toMatchObject({ day: '2030-03-05' });
  await send(sent('LIVE', 2, '2030-03-05'));
  expect(await api().units.read({ rsc })).toMatchObject({ day: '2030-03-05' });
});

test('a unit that is moved to the next day follows the schedule, whatever its session and messages were', async () => {
  await send(schedule(planned(7, '2030-02-23T11:00:00+01:00', { session: 'ALP01', status: 'RESCHEDULED' })));
  await send(schedule(planned(8, '2030-02-24T00:10:00+01:00', { status: 'RESCHEDULED' })));
  expect(await dayOf('2030-02-22')).toEqual([]);
  expect(await dayOf('2030-02-23')).toEqual([[7, '02-23T10:00', '+01:00']]);
  expect(await dayOf('2030-02-24')).toEqual([[8, '02-23T23:10', '+01:00']]);
  const { days } = await api().schedule.days();
  expect(days.map(({ day, units }) => [day, units])).toContainEqual(['2030-02-23', 1]);
});

test('a venue in another zone keeps its own day and offset', async () => {
  await send(schedule(planned(9, '2030-02-25T08:00:00+09:00')));
  expect(await dayOf('2030-02-25')).toEqual([[9, '02-24T23:00', '+09:00']]);
  expect(await api().schedule.days()).toMatchObject({ zone: 'Europe/Rome' });
});

test('facts and lag of a venue in another zone are told by its clocks, also where the schedule comes last', async () => {
  const now = new Date().toISOString();
  const there = new Date(Date.parse(now) + 9 * 3_600_000).toISOString();
  const header = { version: 1, date: there.slice(0, 10), time: there.slice(11, 23).replaceAll(/\D/g, '') };
  const live = (documentCode: string, source: string) =>
    result('LIVE', { ...header, documentCode, source }, [line(berg, 1, { Result: '50.10' })]);
  const [first, last] = ['ALPMSL----------------FNL-000100--', 'ALPMSL----------------FNL-000200--'];
  const plannedThere = (rsc: string) => ({ rsc, start: `${header.date}T08:00:00+09:00`, session: '' });
  await send(schedule(plannedThere(first)), live(first, 'FAR'), live(last, 'UNTOLD'), schedule(plannedThere(last)));
  for (const rsc of [first, last]) {
    const { facts } = await api().units.read({ rsc });
    expect(facts.map(({ kind, at }) => [kind, at])).toEqual([
      ['finished', now],
      ['started', now],
    ]);
  }
  const { sources } = await api().feed.read();
  expect(Math.abs(sources.find(({ source }) => source === 'FAR')?.lagMs?.p50 ?? Infinity)).toBeLessThan(3_600_000);
});

test('a unit that no schedule names counts to the LogicalDate of its newest message', async () => {
  const rsc = 'ALPWDH----------------FNL-000100--';
  await send(
    document('DT_RESULT', { documentCode: rsc, version: 1, date: '2030-02-27', logicalDate: '2030-02-26' }, []),
  );
  expect(await api().units.read({ rsc })).toMatchObject({ day: '2030-02-26', startsAt: null, offset: null });
});

test('in the hour that comes twice, what was sent later holds and is told later, in any order of arrival', async () => {
  const rsc = 'IHOMTEAM6-------------FNL-000100--';
  // Sent at, by the clocks of the venue; received at, in UTC: a second later.
  const night: [sent: string, received: string, of: (time: string) => string][] = [
    ['02:50', '00:50', (time) => sentAt(participants(1, [{ ...valla, family: 'Older' }]), time)],
    ['02:10', '01:10', (time) => sentAt(participants(1, [{ ...valla, family: 'Newer' }], 'DT_PARTIC_UPDATE'), time)],
    ['02:55', '00:55', (time) => sentAt(results(1, 'LIVE', ['1', '0']), time)],
    ['02:20', '01:20', (time) => sentAt(results(1, 'LIVE', ['2', '0']).replace('DT_RESULT', 'DT_CURRENT'), time)],
    ['02:25', '01:25', (time) => sentAt(results(2, 'OFFICIAL', ['1', '0']), time)],
    ['03:05', '02:05', (time) => sentAt(results(2, 'LIVE', ['3', '0']).replace('DT_RESULT', 'DT_CURRENT'), time)],
  ];
  const toldOf = (feed: typeof night) => feed.map(([sent, received, of]) => ({ received, body: of(sent) }));
  // Before the end of the game, the scoreboard of the second hour holds against the results of the first.
  const orders = [night.slice(0, 4), night.slice(0, 4).toReversed(), night, night.toReversed()].map(toldOf);
  for (const [number, messages] of orders.entries()) {
    for (const { received, body } of messages) {
      const headers = { 'content-type': 'application/xml' };
      const own = body.replaceAll('IHO', `N0${number}`).replaceAll('"1000', `"3${number}00`);
      const response = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body: own });
      const { id } = (await response.json()) as { id: string };
      const receivedAt = `2030-10-27T${received}:01Z`;
      await sql`update results.message set received_at = ${receivedAt} where id = ${id}`.execute(store.db);
    }
  }
  await rebuild();
  for (const number of orders.keys()) {
    const person = await api().participants.read({ code: valla.code.replace('1000', `3${number}00`) });
    expect(person.name.family).toBe('Newer');
    const { facts, competitors, source } = await api().units.read({ rsc: rsc.replace('IHO', `N0${number}`) });
    const isOver = number > 1;
    expect(competitors[0]?.result).toBe(isOver ? '1' : '2');
    expect(source?.issuedAt.slice(0, 16)).toBe(isOver ? '2030-10-27T03:05' : '2030-10-27T02:20');
    const told = facts.filter(({ kind }) => kind === 'started' || kind === 'official');
    const instants = told.map(({ kind, at: when }) => [kind, when.slice(11, 16)]);
    expect(instants).toEqual([...(isOver ? [['official', '01:25']] : []), ['started', '00:55']]);
  }
});

/** A message as it was sent that night. */
function sentAt(body: string, time: string): string {
  const clock = ` Time="${time.replace(':', '')}00000"`;
  return body.replace(/ Date="[^"]*"/, ' Date="2030-10-27"').replace(/ Time="\d{9}"/, clock);
}

async function rebuild(): Promise<void> {
  const { job } = await api().feed.rebuild();
  await waitFor('the rebuild', async () => {
    const last = (await api().feed.read()).rebuild.job;
    if (last?.state === 'failed') throw new Error(last.reason ?? 'The rebuild failed.');
    return last?.id === job && last.state === 'done';
  });
}
