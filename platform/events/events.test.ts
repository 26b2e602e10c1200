import { openSchema, sql, type Migrations, type SchemaDatabase, type Transaction } from '@altis/database';
import { createTestDatabase, type TestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { announce, on, openChanges, openEventBus, publish, publishAll, type EventBus } from './index.ts';
import { pruneOutbox } from './prune-outbox.ts';
import { lendNats } from './testing/lend-nats.ts';

const GoalScored = { name: 'test.goal.scored.v1', payload: z.object({ goal: z.number() }) } as const;
const migrations: Migrations = {
  '0001_taken': async (db) => {
    await sql`create table taken (goal integer not null, at serial)`.execute(db);
  },
};
type Tables = { taken: { goal: number } };

const nats = await lendNats();
afterAll(() => nats?.stop());

describe.each([
  { engine: 'PostgreSQL', natsUrl: undefined, missing: false },
  { engine: 'NATS JetStream', natsUrl: nats?.url, missing: nats === undefined },
])('events over $engine', ({ natsUrl, missing }) => {
  let database: TestDatabase;
  let system: SchemaDatabase<Tables>;
  let bus: EventBus;
  const log = silentLog;

  beforeAll(async () => {
    if (missing) return;
    database = await createTestDatabase();
    bus = await openEventBus({ server: serverOf(database), natsUrl, log });
    system = await openSchema<Tables>({ server: database, schema: 'test', migrations, log });
  });
  afterAll(async () => {
    if (missing) return;
    await bus.close();
    await system.close();
    await database.drop();
  });

  const score = (goal: number): Promise<void> =>
    system.db.transaction().execute((trx) => publish(trx, GoalScored, { goal }));
  const scoreAndRollBack = (goal: number): Promise<void> =>
    system.db.transaction().execute(async (trx) => {
      await publish(trx, GoalScored, { goal });
      throw new Error('rolled back');
    });
  const taken = async (): Promise<number[]> =>
    (await sql<{ goal: number }>`select goal from taken order by at`.execute(system.db)).rows.map(({ goal }) => goal);

  test.skipIf(missing)('reach a subscriber once, in order, and only if their transaction committed', async () => {
    await score(1);
    await expect(scoreAndRollBack(99)).rejects.toThrow('rolled back');
    await score(2);
    let failures = 2;
    await bus.subscribe('test', system.db, [
      on(GoalScored, async ({ payload }, trx) => {
        await trx.insertInto('taken').values({ goal: payload.goal }).execute();
        // What a failing handler wrote is undone, and the event comes again.
        if (payload.goal === 2 && failures-- > 0) throw new Error('not now');
      }),
    ]);
    await score(3);
    await vi.waitFor(async () => expect(await taken()).toEqual([1, 2, 3]), { timeout: 20_000 });
  });

  test.skipIf(missing)(
    'carry on where another instance of the subscriber left off, in the order of their numbers',
    async () => {
      await bus.close();
      // So many in one transaction that their numbers come to have one digit more.
      const missed = [4, 5, 6, 7, 8, 9, 10, 11, 12];
      const scored = missed.map((goal) => ({ goal }));
      await system.db.transaction().execute((trx) => publishAll(trx, GoalScored, scored));
      bus = await openEventBus({ server: serverOf(database), natsUrl, log });
      await bus.subscribe('test', system.db, [
        on(GoalScored, async ({ payload }, trx) => {
          await trx.insertInto('taken').values({ goal: payload.goal }).execute();
        }),
      ]);
      await vi.waitFor(async () => expect(await taken()).toEqual([1, 2, 3, ...missed]), { timeout: 20_000 });
    },
  );
});

test.skipIf(nats === undefined)(
  'JetStream carries on past messages that are no events, and after its consumer was lost',
  async () => {
    const { database, system, subscribe } = await openGoals('foreign');
    const bus = await subscribe(nats?.url);
    const connection = await connect({ servers: nats!.url });
    connection.publish('altis.events.foreign', 'no event');
    await system.score(1);
    await vi.waitFor(async () => expect(await system.taken()).toEqual([1]), { timeout: 20_000 });
    await (await jetstreamManager(connection)).consumers.delete('ALTIS_EVENTS', 'foreign');
    await system.score(2);
    await vi.waitFor(async () => expect(await system.taken()).toEqual([1, 2]), { timeout: 20_000 });
    await connection.close();
    await bus.close();
    await system.close();
    await database.drop();
  },
);

test.skipIf(nats === undefined)('no event is taken in twice when the engine is changed, there or back', async () => {
  const { database, system, subscribe } = await openGoals('changed');
  const engines = [undefined, nats?.url, undefined];
  for (const [index, natsUrl] of engines.entries()) {
    const bus = await subscribe(natsUrl);
    await system.score(index + 1);
    const expected = engines.slice(0, index + 1).map((_, each) => each + 1);
    await vi.waitFor(async () => expect(await system.taken()).toEqual(expected), { timeout: 20_000 });
    await bus.close();
  }
  // The relay began where the subscriber had come to.
  const connection = await connect({ servers: nats!.url });
  const { streams } = await jetstreamManager(connection);
  const { state } = await streams.info('ALTIS_EVENTS', { subjects_filter: 'altis.events.test.changed.v1' });
  expect(state.subjects).toEqual({ 'altis.events.test.changed.v1': 1 });
  await connection.close();
  await system.close();
  await database.drop();
});

test('events are delivered after the database was restored to another server', async () => {
  const { database, system, subscribe } = await openGoals('moved');
  const before = await subscribe();
  await system.score(1);
  await vi.waitFor(async () => expect(await system.taken()).toEqual([1]));
  await before.close();
  await system.score(2);
  // As a dump from a server that has counted further brings them.
  await sql`update events.server set system_identifier = 'another'`.execute(system.db);
  for (const table of ['outbox', 'subscriber']) {
    await sql`
      update ${sql.table(`events.${table}`)}
      set transaction_id = (transaction_id::text::bigint + 1000000000)::text::xid8`.execute(system.db);
  }
  const after = await subscribe();
  await system.score(3);
  await vi.waitFor(async () => expect(await system.taken()).toEqual([1, 2, 3]));
  await after.close();
  await system.close();
  await database.drop();
});

test('each event is a transaction of its own', async () => {
  const { database, system, subscribe } = await openGoals('alone');
  await (await subscribe()).close();
  for (const goal of [1, 2]) await system.score(goal);
  const bus = await subscribe();
  await vi.waitFor(async () => expect(await system.taken()).toEqual([1, 2]));
  const { rows } = await sql`select count(distinct xmin::text)::integer as transactions from taken`.execute(system.db);
  expect(rows).toEqual([{ transactions: 2 }]);
  await bus.close();
  await system.close();
  await database.drop();
});

test('old events are forgotten when those who still run have them', async () => {
  const { database, system, subscribe } = await openGoals('running');
  const bus = await subscribe();
  await bus.close();
  await system.score(1);
  await sql`update events.outbox set occurred_at = now() - interval '31 days'`.execute(system.db);
  const kept = async (): Promise<unknown> => (await sql`select name from events.outbox`.execute(system.db)).rows.length;
  await pruneOutbox(system.db);
  expect(await kept()).toBe(1);
  await sql`update events.subscriber set seen_at = now() - interval '8 days'`.execute(system.db);
  await pruneOutbox(system.db);
  expect(await kept()).toBe(0);
  await system.close();
  await database.drop();
});

test('an event that always fails is set aside and lets the others pass', async () => {
  const database = await createTestDatabase();
  const bus = await openEventBus({ server: serverOf(database), log: silentLog });
  const system = await openSchema<Tables>({ server: database, schema: 'test', migrations, log: silentLog });
  const seen = vi.fn<(goal: number) => void>();
  await system.db.transaction().execute(async (trx) => {
    for (const goal of [1, 2]) await publish(trx, GoalScored, { goal });
  });
  await bus.subscribe('test', system.db, [
    on(GoalScored, async ({ payload }) => {
      if (payload.goal === 1) throw new Error('never');
      seen(payload.goal);
    }),
  ]);
  await vi.waitFor(() => expect(seen).toHaveBeenCalledWith(2), { timeout: 25_000 });
  const parked = await sql<{ name: string }>`select name from events.parked`.execute(system.db);
  expect(parked.rows).toEqual([{ name: GoalScored.name }]);
  await bus.close();
  await system.close();
  await database.drop();
});

test('a page is told of a change when its transaction commits', async () => {
  const database = await createTestDatabase();
  const system = await openSchema<Tables>({ server: database, schema: 'test', migrations, log: silentLog });
  const changes = await openChanges(serverOf(database), silentLog);
  const told: string[] = [];
  changes.subscribe(['test.goals'], (topic) => told.push(topic));
  await system.db.transaction().execute(async (trx) => {
    await announce(trx, 'test.others');
    await announce(trx, 'test.goals');
  });
  await vi.waitFor(() => expect(told).toEqual(['test.goals']));
  await changes.close();
  await system.close();
  await database.drop();
});

function serverOf({ url }: TestDatabase) {
  return { url, kind: 'external', stop: async () => undefined } as const;
}

/** A database whose subscriber takes goals of a kind of its own in, over whichever engine. */
async function openGoals(name: string) {
  const database = await createTestDatabase();
  await (await openEventBus({ server: serverOf(database), log: silentLog })).close();
  const { db, close } = await openSchema<Tables>({ server: database, schema: 'test', migrations, log: silentLog });
  const type = { ...GoalScored, name: `test.${name}.v1` };
  const score = (goal: number) => db.transaction().execute((trx) => publish(trx, type, { goal }));
  const taken = async (): Promise<number[]> =>
    (await sql<{ goal: number }>`select goal from taken order by at`.execute(db)).rows.map(({ goal }) => goal);
  const subscribe = async (natsUrl?: string): Promise<EventBus> => {
    const bus = await openEventBus({ server: serverOf(database), natsUrl, log: silentLog });
    const handler = on(type, async ({ payload }, trx: Transaction<Tables>) => {
      await trx.insertInto('taken').values({ goal: payload.goal }).execute();
    });
    await bus.subscribe(name, db, [handler]);
    return bus;
  };
  return { database, system: { db, close, score, taken }, subscribe };
}
