import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSchema, sql, type SchemaDatabase } from '@altis/database';
import { createTestDatabase, type TestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { results as published } from '@altis/results/contract';
import { startAltis, waitFor, type Altis, type TestUser } from '@altis/testing';
import { message, participants, playByPlay, results, schedule, suomi, teams, unit, valla } from './hockey-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let store: SchemaDatabase<unknown>;
let altis: Altis;
let operator: TestUser;
beforeAll(async () => {
  database = await createTestDatabase();
  altis = await startAltis({ systems: ['results'], env: { DATABASE_URL: database.url } });
  operator = await altis.signIn('operator');
  store = await openSchema({ server: database, schema: 'results_reader', migrations: {}, log: silentLog });
});
afterAll(async () => {
  await altis?.stop();
  await store?.close();
  await database?.drop();
});

async function send(
  body: string,
): Promise<{ id?: string; outcome?: string; message?: string; data?: { remedy?: string } }> {
  const headers = { 'content-type': 'application/xml' };
  const response = await operator.fetch('/api/results/messages', { method: 'POST', headers, body });
  return (await response.json()) as Awaited<ReturnType<typeof send>>;
}

const keepAlive = (second: number): string =>
  message(
    {
      documentType: 'DT_KA',
      documentCode: 'IHO-------------------------------',
      version: second,
      time: `1600${second}000`,
    },
    undefined,
  );

const goals = [
  { id: 'A1', order: 1, score: [1, 0] as const, when: '05:10' },
  { id: 'A2', order: 2, score: [2, 0] as const, when: '09:30' },
];

/** A game with corrections, a late version and a withdrawal. */
const feed = [
  schedule(1),
  participants(2, [valla, suomi]),
  teams(2),
  results(3, 'LIVE', ['0', '0']),
  playByPlay(4, goals, { period: 'P1' }),
  playByPlay(7, [{ ...goals[0]!, scorer: suomi }], { period: 'P1' }),
  playByPlay(6, goals, { period: 'P1' }),
  results(5, 'UNOFFICIAL', ['1', '0']),
  results(6, 'OFFICIAL', ['1', '0']),
];

test('a skipped version is a gap until it comes, and sources are seen with their venues', async () => {
  const api = operator.api(published);
  for (const each of feed.slice(0, 6)) expect((await send(each)).id).toBeDefined();
  const before = await api.feed.read();
  expect(before.gaps.map(({ documentType, version }) => `${documentType} ${version}`)).toEqual([
    'DT_PLAY_BY_PLAY 5',
    'DT_PLAY_BY_PLAY 6',
  ]);
  const late = await send(feed[6]!);
  for (const each of feed.slice(7)) await send(each);
  expect((await api.feed.gaps({ state: 'closed' })).items).toMatchObject([{ version: 6, closedBy: late.id }]);
  const { sources, gaps } = await api.feed.read();
  expect(gaps.map(({ documentType, version }) => `${documentType} ${version}`)).toEqual([
    'DT_RESULT 4',
    'DT_PLAY_BY_PLAY 5',
  ]);
  expect(sources).toMatchObject([
    {
      source: 'TEST',
      feed: 'production',
      state: 'unwatched',
      messages: 9,
      late: 1,
      lagMs: null,
      venues: [{ code: 'ARN' }],
    },
  ]);
});

test('keep-alives teach how often they come, and a source may say good-bye', async () => {
  const api = operator.api(published);
  for (const second of [10, 11, 12]) await send(keepAlive(second));
  const { sources } = await api.feed.read();
  expect(sources[0]?.keepAlive.lastAt).not.toBeNull();
  await send(
    message(
      { documentType: 'DT_LOCAL_OFF', documentCode: 'IHO-------------------------------', version: 1 },
      undefined,
    ),
  );
  expect((await api.feed.read()).sources).toMatchObject([{ state: 'closed', lastDocumentType: 'DT_LOCAL_OFF' }]);
});

test('a refused message is kept whole, told with its remedy, and taken in again once nothing is wrong with it', async () => {
  const api = operator.api(published);
  const { data, message: told } = await send(schedule(50).replace('XWG2030', 'OTHER2030'));
  expect([told, data?.remedy]).toEqual([
    expect.stringContaining('OTHER2030'),
    expect.stringContaining('ALTIS_RESULTS_COMPETITION'),
  ]);
  const { items } = await api.messages.list({ outcome: 'refused' });
  expect(await api.feed.retry({})).toEqual({ taken: 0, refused: 1, partial: 0 });
  await sql`update results.competition set code = 'OTHER2030'`.execute(store.db);
  expect(await api.feed.retry({ reason: 'OTHER2030' })).toEqual({ taken: 1, refused: 0, partial: 0 });
  await sql`update results.competition set code = 'XWG2030'`.execute(store.db);
  expect(await api.messages.read({ id: items[0]!.id })).toMatchObject({
    outcome: 'new',
    reason: null,
    competition: 'OTHER2030',
  });
  await expect(api.feed.retry({ message: items[0]!.id })).rejects.toThrow('is not refused');
  expect((await api.feed.read()).refused).toBe(0);

  // It was a mistake to let it in: a rebuild goes by what holds today.
  await rebuild();
  expect(await api.messages.read({ id: items[0]!.id })).toMatchObject({ outcome: 'refused', version: 50 });
  expect((await api.units.read({ rsc: unit })).competition).toBe('XWG2030');
});

test('a rebuild takes messages in as they were taken in: one that was refused first does not come before others then', async () => {
  const api = operator.api(published);
  const other = unit.replace('FNL-000100--', 'FNL-000200--');
  const line = (score: string) => results(1, 'LIVE', [score, '0']).replaceAll(unit, other);
  await sql`update results.competition set code = 'OTHER2030'`.execute(store.db);
  await send(line('5'));
  const { items } = await api.messages.list({ outcome: 'refused', reason: 'XWG2030' });
  const refused = items[0]?.id ?? '';
  await sql`update results.competition set code = 'XWG2030'`.execute(store.db);
  const held = await send(line('2'));
  const state = async () => {
    const outcome = async (id = '') => (await api.messages.read({ id })).outcome;
    const { competitors } = await api.units.read({ rsc: other });
    return [await outcome(refused), await outcome(held.id), competitors.map(({ result }) => result)];
  };
  const after = ['conflict', 'new', ['2', '0']];
  expect(await api.feed.retry({ message: refused })).toEqual({ taken: 1, refused: 0, partial: 0 });
  expect(await state()).toEqual(after);
  await rebuild();
  expect(await state()).toEqual(after);
});

async function answers() {
  const api = operator.api(published);
  return {
    unit: await api.units.read({ rsc: unit }),
    schedule: await api.schedule.day({ day: '2030-02-22' }),
    athletes: await api.participants.list({}),
    found: await api.search({ q: 'suomi' }),
    gaps: await api.feed.gaps({}),
    messages: await api.messages.list({}),
  };
}

async function rebuild(): Promise<void> {
  const api = operator.api(published);
  const { job } = await api.feed.rebuild();
  await waitFor('the rebuild', async () => {
    const last = (await api.feed.read()).rebuild.job;
    if (last?.state === 'failed') throw new Error(last.reason ?? 'The rebuild failed.');
    return last?.id === job && last.state === 'done';
  });
}

const told = async (): Promise<number> =>
  (await sql<{ count: number }>`select count(*) as count from events.outbox`.execute(store.db)).rows[0]!.count;

test('everything that follows from the messages is rebuilt as it was, and only what differs is told', async () => {
  const before = await answers();
  const events = await told();
  await rebuild();
  expect(await answers()).toEqual(before);
  expect(await told()).toBe(events);

  await sql`truncate results.unit, results.action, results.participant, results.fact, results.fact_state, results.found`.execute(
    store.db,
  );
  await expect(operator.api(published).units.read({ rsc: unit })).rejects.toThrow('There is no');
  await rebuild();
  expect(await answers()).toEqual(before);
  expect(await told()).toBeGreaterThan(events);
});

test('messages that come while a rebuild is at work are in it', async () => {
  const api = operator.api(published);
  const more = Array.from({ length: 12 }, (_, index) => playByPlay(20 + index, [], { period: `P${2 + (index % 2)}` }));
  const { job } = await api.feed.rebuild();
  const sent = await Promise.all(more.map(send));
  await waitFor('the rebuild', async () => {
    const last = (await api.feed.read()).rebuild.job;
    return last?.id === job && last.state === 'done';
  });
  expect(sent.map(({ id }) => id)).not.toContain(undefined);
  const shown = await answers();
  expect(shown.messages.items.map(({ id }) => id)).toEqual(expect.arrayContaining(sent.map(({ id }) => id)));
  await rebuild();
  expect(await answers()).toEqual(shown);
});

test('an installation whose projections are of an older shape rebuilds them when it starts', async () => {
  const before = await answers();
  await altis.kill();
  await sql`truncate results.unit, results.event, results.outcome, results.fact`.execute(store.db);
  await sql`update results.projection set shape = 0, rebuild_job = null`.execute(store.db);
  await altis.start();
  await waitFor('the rebuild', async () => !(await operator.api(published).feed.read()).rebuild.isOutdated);
  expect(await answers()).toEqual(before);
});

test('every table of the results is either rebuilt from the messages, or known to be a source', async () => {
  const { projections } = await import('../store/rebuild.ts');
  const { rows } = await sql<{ name: string }>`
    select table_name::text as name from information_schema.tables where table_schema = 'results'`.execute(store.db);
  const sources = [
    'migration',
    'competition',
    'projection',
    'archive',
    'table_file',
    'table_mapping',
    'timed_unit',
    'timing_input',
  ];
  const others = rows.map(({ name }) => name).filter((name) => !/^(?:past_|game_)/.test(name));
  expect(others.toSorted()).toEqual([...projections, ...sources].toSorted());
});
