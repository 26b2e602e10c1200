import { openSchema, sql, type Migrations, type SchemaDatabase } from '@altis/database';
import { createTestDatabase, type TestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { announce, on, openChanges, openEventBus, publish, type EventBus } from './index.ts';
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

  const score = (goal: number, fail = false): Promise<void> =>
    system.db
      .transaction()
      .execute(async (trx) => {
        await publish(trx, GoalScored, { goal });
        if (fail) throw new Error('rolled back');
      })
      .catch(() => undefined);
  const taken = async (): Promise<number[]> =>
    (await sql<{ goal: number }>`select goal from taken order by at`.execute(system.db)).rows.map(({ goal }) => goal);

  test.skipIf(missing)('reach a subscriber once, in order, and only if their transaction committed', async () => {
    await score(1);
    await score(99, true);
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

  test.skipIf(missing)('carry on where another instance of the subscriber left off', async () => {
    await bus.close();
    await score(4);
    bus = await openEventBus({ server: serverOf(database), natsUrl, log });
    await bus.subscribe('test', system.db, [
      on(GoalScored, async ({ payload }, trx) => {
        await trx.insertInto('taken').values({ goal: payload.goal }).execute();
      }),
    ]);
    await vi.waitFor(async () => expect(await taken()).toEqual([1, 2, 3, 4]), { timeout: 20_000 });
  });
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
