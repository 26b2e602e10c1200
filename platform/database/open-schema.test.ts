import { silentLog } from '@altis/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isUniqueViolation, jsonb, listen, notify, openSchema, runInTransaction, runSql, sql } from './index.ts';
import type { Generated, Migrations } from './index.ts';
import { createTestDatabase, type TestDatabase } from './testing/create-test-database.ts';

type Tables = { athlete: { id: Generated<number>; name: string; born: string | null; codes: Generated<string[]> } };

const migrations: Migrations = {
  '0001_initial': async (db) => {
    await sql`create table athlete (
      id bigint generated always as identity primary key,
      name text not null constraint athlete_name_key unique,
      born date,
      codes jsonb not null default '[]'
    )`.execute(db);
  },
};

let server: TestDatabase;
beforeAll(async () => {
  server = await createTestDatabase();
});
afterAll(() => server.drop());

const open = (schema: string, steps: Migrations = migrations) =>
  openSchema<Tables>({ server, schema, migrations: steps, maxConnections: 3, log: silentLog });

test('two processes that open a new schema at once run its migrations once, and later openings run none', async () => {
  const [first, second] = await Promise.all([open('at_once'), open('at_once')]);
  const again = await open('at_once');
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(again.db);
  expect(rows).toEqual([{ name: '0001_initial' }]);
  await Promise.all([first.close(), second.close(), again.close()]);
});

test('a migration that fails leaves nothing, and the ones before it stay', async () => {
  const failing: Migrations = {
    ...migrations,
    '0002_broken': async (db) => {
      await sql`create table half (id int)`.execute(db);
      await sql`select 1 / 0`.execute(db);
    },
  };
  await expect(open('failing', failing)).rejects.toThrow('division by zero');
  const { db, close } = await open('failing');
  const { rows } = await sql`select to_regclass('half') as half, (select count(*) from migration) as ran`.execute(db);
  expect(rows).toEqual([{ half: null, ran: 1 }]);
  await close();
});

test('a database that is newer than the code, or a migration that comes too late, is refused', async () => {
  const nothing = async () => undefined;
  await (await open('newer', { ...migrations, '0003_later': nothing })).close();
  await expect(open('newer')).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('0003_later'),
  });
  await expect(open('newer', { ...migrations, '0002_between': nothing, '0003_later': nothing })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('0002_between'),
  });
  await expect(open('misnamed', { initial: nothing })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test('schemas do not see each other, and values come back as written', async () => {
  const one = await open('one');
  const two = await open('two');
  await one.db
    .insertInto('athlete')
    .values({ name: 'Anna', born: '2003-03-30', codes: jsonb(['A', 'B']) })
    .execute();
  expect(await one.db.selectFrom('athlete').selectAll().execute()).toEqual([
    { id: 1, name: 'Anna', born: '2003-03-30', codes: ['A', 'B'] },
  ]);
  expect(await two.db.selectFrom('athlete').selectAll().execute()).toEqual([]);
  await Promise.all([one.close(), two.close()]);
});

test('a transaction keeps all or nothing, is tried again after a deadlock, and tells a duplicate from other faults', async () => {
  const { db, close } = await open('transactions');
  await runInTransaction(db, (trx) => runSql(trx, 'insert into athlete (name) values ($1), ($2)', ['Anna', 'Bea']));
  const duplicate = await runInTransaction(db, async (trx) => {
    await trx.updateTable('athlete').set({ name: 'Cora' }).where('name', '=', 'Anna').execute();
    await trx.insertInto('athlete').values({ name: 'Bea' }).execute();
  }).catch((error: unknown) => error);
  expect(isUniqueViolation(duplicate)).toBe(true);
  expect(isUniqueViolation(duplicate, 'athlete_pkey')).toBe(false);

  // Two that take the same rows in opposite order, each waiting for the other's first: one of them is a deadlock's victim.
  let firstLocks = 0;
  const bothHoldOne = Promise.withResolvers<void>();
  const lockBoth = (names: [string, string]) =>
    runInTransaction(db, async (trx) => {
      const bear = (name: string) =>
        trx.updateTable('athlete').set({ born: '2000-01-01' }).where('name', '=', name).returning('name').execute();
      const first = await bear(names[0]);
      firstLocks += 1;
      if (firstLocks === 2) bothHoldOne.resolve();
      await bothHoldOne.promise;
      return [...first, ...(await bear(names[1]))];
    });
  const both = await Promise.all([lockBoth(['Anna', 'Bea']), lockBoth(['Bea', 'Anna'])]);
  expect(both.map((rows) => rows.length)).toEqual([2, 2]);
  expect(firstLocks).toBe(3);
  await close();
});

test('notices arrive once the transaction is kept, also after the connection was broken', async () => {
  const { db, close } = await open('notices');
  const heard: string[] = [];
  const reconnected = Promise.withResolvers<void>();
  const listener = await listen({
    server,
    channel: 'Results of "A"',
    onNotice: (payload) => heard.push(payload),
    onReconnect: reconnected.resolve,
    log: silentLog,
  });
  await expect(
    runInTransaction(db, async (trx) => {
      await notify(trx, 'Results of "A"', 'thrown away');
      throw new Error('not kept');
    }),
  ).rejects.toThrow('not kept');
  await notify(db, 'Results of "A"', 'kept');
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['kept']);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'altis/listen%'
    and datname = current_database()`.execute(db);
  await reconnected.promise;
  await notify(db, 'Results of "A"', 'again');
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['kept', 'again']);
  await listener.close();
  await close();
});

test('statements that come again are prepared once, and survive that their table is altered', async () => {
  const { db, close } = await open('prepared');
  const find = (name: string) =>
    runInTransaction(db, (trx) => trx.selectFrom('athlete').selectAll().where('name', '=', name).execute());
  for (let n = 0; n < 4; n += 1) {
    await db
      .insertInto('athlete')
      .values({ name: `Athlete ${n}` })
      .execute();
    expect(await find(`Athlete ${n}`)).toMatchObject([{ name: `Athlete ${n}` }]);
  }
  const { rows } = await sql`select count(*)::int as count from pg_prepared_statements`.execute(db);
  expect(rows).toEqual([{ count: 2 }]);
  await sql`alter table athlete add column club text`.execute(db);
  expect(await find('Athlete 1')).toMatchObject([{ name: 'Athlete 1', club: null }]);
  await close();
});
