import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSchema, sql, type SchemaDatabase } from '@altis/database';
import { createTestDatabase, type TestDatabase } from '@altis/database/testing';
import { listRoutes } from '@altis/http';
import { silentLog } from '@altis/kernel';
import { results as published } from '@altis/results/contract';
import { startAltis, type Altis, type TestUser } from '@altis/testing';
import { participants } from './hockey-feed.ts';
import {
  around,
  berg,
  competitor,
  costa,
  document,
  event,
  firstRun,
  line,
  medal,
  medalTable,
  plan,
  result,
  secondRun,
  split,
} from './slalom-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let store: SchemaDatabase<unknown>;
let altis: Altis;
let operator: TestUser;
let visitor: TestUser;
beforeAll(async () => {
  database = await createTestDatabase();
  altis = await startAltis({ systems: ['results'], env: { DATABASE_URL: database.url } });
  operator = await altis.signIn('operator');
  visitor = await altis.signIn('visitor');
  store = await openSchema({ server: database, schema: 'results_reader', migrations: {}, log: silentLog });
});
afterAll(async () => {
  await altis?.stop();
  await store?.close();
  await database?.drop();
});

/** What only the messages below say. */
const traces = /Berg|BERG|Slalom|North Hill|ALPWSL/;

/** Everything of a slalom that messages tell. */
const feed = [
  plan(1, [
    { rsc: firstRun, start: '2030-02-22T20:00:00+01:00' },
    { rsc: secondRun, start: '2030-02-22T23:00:00+01:00', medal: 1 },
  ]),
  participants(1, [berg, costa]),
  result('LIVE', { version: 2 }, [line(berg, 1, { Rank: 1, Result: '50.10' }, [split(1, '21.10', 1)])]),
  result('OFFICIAL', { version: 3 }, [
    line(berg, 1, { Rank: 1, Result: '50.10' }),
    line(costa, 2, { Rank: 2, Result: '50.90' }),
  ]),
  around.standing(1, [berg, costa]),
  around.bracket(2),
  around.weather(3, '-4'),
  around.decision(4),
  around.record(5),
  around.statistics(6),
  document('DT_MEDALLISTS', { documentCode: event, version: 7 }, [medal('ME_GOLD', competitor(berg))]),
  medalTable(8, { AAA: [1, 0, 0] }),
];

async function send(body: string): Promise<number> {
  const headers = { 'content-type': 'application/xml' };
  return (await operator.fetch('/api/results/messages', { method: 'POST', headers, body })).status;
}

/** Where anybody may read: every public route of the contract, snapshots, downloads and books. */
function publicAddresses(): string[] {
  const parts: Record<string, readonly string[]> = {
    rsc: [firstRun, secondRun, event],
    code: [berg.code, 'AAA', 'ALP'],
    day: ['2030-02-22'],
  };
  const ofContract = listRoutes(published.contract)
    .filter(({ method, permission }) => method === 'GET' && permission === 'results.unit.read')
    .flatMap(({ url }) => {
      const name = /\{(\w+)\}/.exec(url)?.[1];
      if (name === undefined) return [url];
      return (parts[name] ?? ['AAA']).map((part) => url.replace(`{${name}}`, part));
    })
    .flatMap((url) => (url === '/search' ? ['/search?q=Berg', '/search?q=Slalom', '/search?q=North%20Hill'] : [url]));
  const names = [`units/${firstRun}`, `events/${event}`, 'days/2030-02-22', 'schedule', 'medals', 'medals/list'];
  const files = [
    ...['.csv', '.json', '.odf.xml'].map((kind) => `units/${firstRun}${kind}`),
    ...['.csv', '.json'].map((kind) => `events/${event}${kind}`),
  ];
  return [
    ...ofContract,
    ...names.map((name) => `/snapshots/${name}.json`),
    ...[...files, 'days/2030-02-22.csv', 'days/2030-02-22.ics', 'medals.csv', 'participants.csv'].map(
      (name) => `/downloads/${name}`,
    ),
  ];
}

/** The addresses whose answer says something that only the messages say. */
async function telling(): Promise<string[]> {
  const found: string[] = [];
  for (const address of publicAddresses()) {
    const response = await visitor.fetch(`/api/results${address}`);
    if (response.ok && traces.test(await response.text())) found.push(address);
  }
  return found;
}

const eventCount = async (): Promise<number> =>
  (
    await sql<{ count: number }>`select count(*) as count from events.outbox where name like 'results.%'`.execute(
      store.db,
    )
  ).rows[0]!.count;

test('what the test feed says is nowhere but in the log; the same from production is everywhere', async () => {
  for (const message of feed) expect(await send(message.replace('FeedFlag="P"', 'FeedFlag="T"'))).toBe(201);
  expect(await telling()).toEqual([]);
  expect(await eventCount()).toBe(0);
  const { items } = await operator.api(published).messages.list({ feed: 'test' });
  expect(items).toHaveLength(feed.length);
  expect(await operator.api(published).feed.read()).toMatchObject({
    test: feed.length,
    sources: [{ feed: 'test', source: 'TEST', messages: feed.length }],
  });

  for (const message of feed) expect(await send(message)).toBe(201);
  const shown = await telling();
  for (const part of [
    '/schedule',
    '/units',
    '/events',
    '/participants',
    '/search',
    '/snapshots',
    '/downloads',
    '/medals',
    '/records',
  ])
    expect(shown.filter((address) => address.startsWith(part))).not.toEqual([]);
  expect(await eventCount()).toBeGreaterThan(0);
});

test('visitors see nothing of the feed itself', async () => {
  for (const address of ['/feed', '/feed/gaps', '/messages', '/archive/2030-02-22.zip'])
    expect((await visitor.fetch(`/api/results${address}`)).status).toBeGreaterThanOrEqual(401);
});
