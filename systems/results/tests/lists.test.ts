import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSchema, sql, type SchemaDatabase } from '@altis/database';
import { createTestDatabase, type TestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { currentEntities, mergeEntities, noEntities, odfElement, readMessage, type OdfElement } from '@altis/odf';
import { results as published } from '@altis/results/contract';
import { startAltis, type Altis } from '@altis/testing';
import { message, schedule } from './hockey-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let store: SchemaDatabase<unknown>;
let altis: Altis;
beforeAll(async () => {
  database = await createTestDatabase();
  altis = await startAltis({ systems: ['results'], env: { DATABASE_URL: database.url } });
  store = await openSchema({ server: database, schema: 'results_reader', migrations: {}, log: silentLog });
});
afterAll(async () => {
  await altis?.stop();
  await store?.close();
  await database?.drop();
});

const api = () => altis.administrator.api(published);

async function send(body: string): Promise<{ outcome: string; warnings: readonly string[] }> {
  const headers = { 'content-type': 'application/xml' };
  const response = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body });
  expect(response.ok).toBe(true);
  return (await response.json()) as { outcome: string; warnings: readonly string[] };
}

type Sent = {
  readonly isFull: boolean;
  readonly version: number;
  readonly minute: number;
  readonly language?: string;
  /** By default the race of the discipline. */
  readonly event?: string;
};

/** A list of participants of a discipline, or an update of one: families by code. */
function people(
  discipline: string,
  { isFull, version, minute, language, event }: Sent,
  families: Record<string, string>,
): string {
  return message(
    {
      documentType: isFull ? 'DT_PARTIC' : 'DT_PARTIC_UPDATE',
      documentCode: discipline.padEnd(34, '-'),
      version,
      language,
      time: `15${minute}00000`,
    },
    Object.entries(families).map(([code, family]) => person(code, family, discipline, event)),
  );
}

function person(code: string, family: string, discipline: string, event = `${discipline}MRACE`): OdfElement {
  const names = {
    FamilyName: family,
    GivenName: 'Kim',
    PrintName: `${family.toUpperCase()} Kim`,
    TVName: family,
    Gender: 'F',
  };
  return odfElement('Participant', { Code: code, Parent: code, Status: 'ACTIVE', Organisation: 'AAA', ...names }, [
    odfElement('Discipline', { Code: discipline.padEnd(34, '-') }, [
      odfElement('RegisteredEvent', { Event: event.padEnd(34, '-'), Bib: '7' }),
    ]),
  ]);
}

const familiesOf = async (discipline: string): Promise<Record<string, string | null>> => {
  const { items } = await api().participants.list({ discipline, onlyAthletes: 'false' });
  return Object.fromEntries(items.map(({ code, name }) => [code, name.family]));
};

test('of lists and updates in any order, that holds which the rules of versions say', async () => {
  const families = fc.dictionary(fc.constantFrom<string>('1', '2', '3'), fc.constantFrom<string>('Ax', 'Bo', 'Cy'), {
    noNullPrototype: true,
  });
  const sent = fc.record({
    isFull: fc.boolean(),
    version: fc.integer({ min: 1, max: 5 }),
    minute: fc.integer({ min: 10, max: 14 }),
    language: fc.constantFrom<string>('ENG', 'FRA'),
    families,
  });
  // Sent at once, the one of the greater key holds: of lists as of updates.
  const atOnce = (isFull: boolean) =>
    ['FRA', 'ENG'].map((language) => ({ isFull, version: 1, minute: 12, language, families: { 1: language } }));
  // Of two lists of one version the first holds, also for whom only the second names.
  const conflicting = ['1', '2'].map((code, later) => {
    return { isFull: true, version: 1, minute: 11 + later, language: 'ENG', families: { [code]: 'Ax' } };
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 2, maxLength: 6 }), async (feed) => {
      run += 1;
      const discipline = `Q${String(run).padStart(2, '0')}`;
      const bodies = feed.map((each) =>
        people(
          discipline,
          each,
          Object.fromEntries(Object.entries(each.families).map(([code, family]) => [`8${run}0${code}`, family])),
        ),
      );
      let state = noEntities;
      for (const body of bodies) {
        await send(body);
        const read = readMessage(new TextEncoder().encode(body));
        if (read.ok) state = mergeEntities(state, read.message).state;
      }
      const expected = Array.from(currentEntities(state).values(), ({ attributes }) => [
        attributes['Code'],
        attributes['FamilyName'],
      ]);
      expect(await familiesOf(discipline)).toEqual(Object.fromEntries(expected));
    }),
    { numRuns: 25, seed: 2030, examples: [[atOnce(true)], [atOnce(false)], [conflicting]] },
  );
});

test('a new list takes out who was in an update before it, and a unit likewise', async () => {
  const one = { isFull: true, version: 1, minute: 11 };
  const feed = (discipline: string) => [
    people(discipline, one, { [`${discipline}1`]: 'Ax' }),
    people(discipline, { isFull: false, version: 2, minute: 12 }, { [`${discipline}2`]: 'Bo' }),
    people(discipline, { isFull: true, version: 9, minute: 19 }, { [`${discipline}1`]: 'Ax' }),
  ];
  const plans = (discipline: string) => {
    const other = 'IHOMTEAM6-------------FNL-000200--';
    const update = schedule(2, 'SCHEDULED', other).replace('"DT_SCHEDULE"', '"DT_SCHEDULE_UPDATE"');
    return [schedule(1), update, schedule(5)].map((each) => each.replaceAll('IHO', discipline));
  };
  for (const body of [...feed('R01'), ...plans('R01'), ...feed('R02').toReversed(), ...plans('R02').toReversed()])
    await send(body);
  for (const discipline of ['R01', 'R02']) {
    expect(await familiesOf(discipline)).toEqual({ [`${discipline}1`]: 'Ax' });
    const units = (await api().units.list({ discipline })).items.map(({ rsc }) => rsc.slice(3));
    expect(units).toEqual(['MTEAM6-------------FNL-000100--']);
  }
});

test('who is of two disciplines is in the lists of both, and leaves one with its list', async () => {
  const list = (discipline: string, version: number, minute: number, family: string) =>
    people(discipline, { isFull: true, version, minute }, family === '' ? {} : { 90001: family });
  await send(list('U02', 1, 12, 'Newer'));
  await send(list('U01', 1, 11, 'Older'));
  for (const discipline of ['U01', 'U02']) expect(await familiesOf(discipline)).toEqual({ 90001: 'Newer' });
  const { events } = await api().participants.read({ code: '90001' });
  expect(events.map(({ rsc, bib }) => `${rsc.slice(0, 8)} ${bib}`).toSorted()).toEqual(['U01MRACE 7', 'U02MRACE 7']);
  // The same once more, but sent later, decides on the name.
  await send(list('U01', 3, 15, 'Older'));
  expect(await familiesOf('U02')).toEqual({ 90001: 'Older' });
  await send(list('U01', 4, 16, ''));
  expect(await familiesOf('U01')).toEqual({});
  expect(await familiesOf('U02')).toEqual({ 90001: 'Newer' });
});

test('an update of somebody replaces the events of its own discipline, and leaves those of others', async () => {
  for (const discipline of ['U03', 'U04'])
    await send(people(discipline, { isFull: true, version: 1, minute: 11 }, { 90002: 'Dee' }));
  const moved = { isFull: false, version: 2, minute: 12, event: 'U03MOTHER' };
  await send(people('U03', moved, { 90002: 'Dee' }));
  const { events } = await api().participants.read({ code: '90002' });
  expect(events.map(({ rsc }) => rsc.slice(0, 9)).toSorted()).toEqual(['U03MOTHER', 'U04MRACE-']);
});

test('of two updates of one version, the second counts for what only it names, and it is said', async () => {
  const update = { isFull: false, version: 5, minute: 12 };
  expect(await send(people('V01', update, { V011: 'Ax' }))).toMatchObject({ outcome: 'new', warnings: [] });
  expect(await send(people('V01', update, { V011: 'Bo', V012: 'Cy' }))).toMatchObject({
    outcome: 'replaces',
    warnings: [expect.stringMatching(/version 5 .* holds: V011\.$/)],
  });
  expect(await send(people('V01', update, { V012: 'Dee' }))).toMatchObject({ outcome: 'conflict' });
  expect(await send(people('V01', update, { V013: 'Eck' }))).toMatchObject({
    outcome: 'replaces',
    warnings: [expect.stringContaining('both count')],
  });
  expect(await familiesOf('V01')).toEqual({ V011: 'Ax', V012: 'Cy', V013: 'Eck' });
});

test('it is said where a list or an update does not count because of its time, as in an hour that clocks repeat', async () => {
  await send(people('W01', { isFull: true, version: 1, minute: 50 }, { W011: 'Ax' }));
  const update = people('W01', { isFull: false, version: 2, minute: 10 }, { W011: 'Bo' });
  expect((await send(update)).warnings).toEqual([expect.stringContaining('nothing in it counts')]);
  // Sent at once with the list, it does not count either.
  const atOnce = people('W01', { isFull: false, version: 3, minute: 50 }, { W011: 'Bo' });
  expect((await send(atOnce)).warnings).toEqual([expect.stringContaining('nothing in it counts')]);
  const list = people('W01', { isFull: true, version: 1, minute: 20, language: 'FRA' }, { W011: 'Cy' });
  expect((await send(list)).warnings).toEqual([expect.stringContaining('nothing in it counts')]);
  expect(await familiesOf('W01')).toEqual({ W011: 'Ax' });
  await send(people('W02', { isFull: false, version: 1, minute: 50 }, { W021: 'Ax' }));
  const late = people('W02', { isFull: true, version: 2, minute: 10 }, { W021: 'Bo', W022: 'Cy' });
  expect((await send(late)).warnings).toEqual([expect.stringContaining('hold over it for 1.')]);
  expect(await familiesOf('W02')).toEqual({ W021: 'Ax', W022: 'Cy' });
});

test('a list that says nothing new does not hold up results', async () => {
  const list = (version: number, family: string) =>
    people('Y01', { isFull: true, version, minute: 10 + version }, { Y011: 'Ax', Y012: family });
  await send(list(1, 'Bo'));
  const ended = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  // As a message whose results bear names, while it is taken in.
  const reading = store.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock_shared(hashtextextended('results names', 0))`.execute(trx);
    begun.resolve();
    await ended.promise;
  });
  await begun.promise;
  expect(await waits(send(list(2, 'Bo')))).toBe(false);
  const renaming = send(list(3, 'Cy'));
  expect(await waits(renaming)).toBe(true);
  ended.resolve();
  await reading;
  await renaming;
  expect(await familiesOf('Y01')).toEqual({ Y011: 'Ax', Y012: 'Cy' });
});

/** Whether something that is sent has to wait for a lock before it is taken in. */
async function waits(sending: Promise<unknown>): Promise<boolean> {
  let isDone = false;
  sending.then(
    () => (isDone = true),
    () => (isDone = true),
  );
  while (!isDone) {
    const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(store.db);
    if (rows.length > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
