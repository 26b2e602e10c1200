import { sql, type Database, type Selectable, type Transaction } from '@altis/database';
import type { ResultsTables } from './tables.ts';

/** Raised when projections have to be made anew from the messages, because they tell more or otherwise than before. */
export const projectionShape = 3;

/**
 * What follows from the messages and nothing else. The log is among them: what became of each message follows from the
 * others. Tables that are not named here are sources, or the state of something outside.
 */
export const projections = [
  'message',
  'list',
  'claim',
  'document',
  'action',
  'unit',
  'event',
  'outcome',
  'medal',
  'participant',
  'team',
  'affiliation',
  'found',
  'register_search_document',
  'register_search_term',
  'register_search_change',
  'register_search_label',
  'telling',
  'fact_state',
  'fact',
  'feed_source',
  'feed_gap',
] as const;

/** The schema that is read, and the one in which projections are made anew. */
export type RebuildSchemas = { readonly live: string; readonly fresh: string };

const rebuildKey = sql`hashtextextended('results rebuild at work', 0)`;
const intakeKey = sql`hashtextextended('results rebuild', 0)`;

/** Takes the right to rebuild for this connection, unless another has it. */
export async function claimRebuild(db: Database<ResultsTables>): Promise<boolean> {
  const { rows } = await sql<{ is_ours: boolean }>`select pg_try_advisory_lock(${rebuildKey}) as is_ours`.execute(db);
  return rows[0]?.is_ours === true;
}

/** Makes empty tables for projections; on this connection their names mean them from now on, until `closeFresh`. */
export async function openFresh(db: Database<ResultsTables>): Promise<RebuildSchemas> {
  const { rows } = await sql<{ live: string }>`select current_schema() as live`.execute(db);
  const live = rows[0]?.live ?? '';
  const fresh = `${live}_rebuild`;
  await sql`drop schema if exists ${sql.id(fresh)} cascade`.execute(db);
  await sql`create schema ${sql.id(fresh)}`.execute(db);
  for (const table of projections)
    await sql`create table ${sql.id(fresh, table)} (like ${sql.id(live, table)} including all)`.execute(db);
  await sql`set search_path = ${sql.id(fresh)}, ${sql.id(live)}, public`.execute(db);
  // What is lost with a crash is made anew.
  await sql`set synchronous_commit = off`.execute(db);
  return { live, fresh };
}

/** Leaves nothing of a rebuild behind, on the connection and in the database. */
export async function closeFresh(db: Database<ResultsTables>, schemas: RebuildSchemas | undefined): Promise<void> {
  await sql`reset search_path`.execute(db);
  await sql`reset synchronous_commit`.execute(db);
  if (schemas !== undefined) await sql`drop schema if exists ${sql.id(schemas.fresh)} cascade`.execute(db);
  await sql`select pg_advisory_unlock_all()`.execute(db);
}

/** Lets no other connection take messages in until `closeFresh`; waits for those that are being taken in. */
export async function holdIntake(db: Database<ResultsTables>): Promise<void> {
  await sql`select pg_advisory_lock(${intakeKey})`.execute(db);
}

/** Messages of the log that are not taken in anew yet, in the order in which they were taken in; refused ones last. */
export async function listNotRebuilt(
  db: Database<ResultsTables>,
  { live, fresh }: RebuildSchemas,
  limit: number,
): Promise<Selectable<ResultsTables['message']>[]> {
  const { rows } = await sql<Selectable<ResultsTables['message']>>`
    select * from ${sql.id(live, 'message')} as kept
    where not exists (select from ${sql.id(fresh, 'message')} as taken where taken.id = kept.id)
    order by (outcome = 'refused'), taken limit ${limit}`.execute(db);
  return rows;
}

/** Takes the line of a message over as it is: of one that was not kept whole, or is a duplicate. */
export async function copyMessage(db: Database<ResultsTables>, { live, fresh }: RebuildSchemas, id: string) {
  await sql`insert into ${sql.id(fresh, 'message')} select * from ${sql.id(live, 'message')} where id = ${id}`.execute(
    db,
  );
}

/** How many messages there are to take in. */
export async function countMessages(db: Database<ResultsTables>): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Puts what was made anew in the place of what is there. Who reads sees the one until this commits, and then the other. */
export async function putInPlace(trx: Transaction<ResultsTables>, schemas: RebuildSchemas): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(trx);
  await settleMessages(trx, schemas);
  for (const table of projections) if (table !== 'message') await replaceTable(trx, schemas, table);
  await sql`update ${sql.id(schemas.live, 'projection')} set shape = ${projectionShape}`.execute(trx);
}

/** The lines of the log stay, for others refer to them; what became of each message may be something else now. */
async function settleMessages(trx: Transaction<ResultsTables>, { live, fresh }: RebuildSchemas): Promise<void> {
  const columns = (await columnsOf(trx, live, 'message')).map(({ name }) => name).filter((name) => name !== 'id');
  const of = (table: string) => sql.join(columns.map((name) => sql.ref(`${table}.${name}`)));
  await sql`
    update ${sql.id(live, 'message')} as kept set (${sql.join(columns.map((name) => sql.id(name)))}) = row(${of('taken')})
    from ${sql.id(fresh, 'message')} as taken
    where taken.id = kept.id and (${of('kept')}) is distinct from (${of('taken')})`.execute(trx);
}

async function replaceTable(
  trx: Transaction<ResultsTables>,
  { live, fresh }: RebuildSchemas,
  table: string,
): Promise<void> {
  const columns = await columnsOf(trx, live, table);
  const list = sql.join(columns.map(({ name }) => sql.id(name)));
  await sql`delete from ${sql.id(live, table)}`.execute(trx);
  await sql`
    insert into ${sql.id(live, table)} (${list}) overriding system value
    select ${list} from ${sql.id(fresh, table)}`.execute(trx);
  for (const { name, isNumbered } of columns) {
    if (!isNumbered) continue;
    await sql`
      select setval(pg_get_serial_sequence(${`"${live}"."${table}"`}, ${name}),
        coalesce((select max(${sql.id(name)}) from ${sql.id(live, table)}), 0) + 1, false)`.execute(trx);
  }
}

async function columnsOf(trx: Transaction<ResultsTables>, schema: string, table: string) {
  const { rows } = await sql<{ name: string; isNumbered: boolean }>`
    select column_name::text as name, is_identity = 'YES' as "isNumbered" from information_schema.columns
    where table_schema = ${schema} and table_name = ${table} and is_generated = 'NEVER'
    order by ordinal_position`.execute(trx);
  return rows;
}

/** Whether what is shown was made by an older version of Altis. */
export async function isOutdated(db: Database<ResultsTables>): Promise<boolean> {
  const { shape } = await db.selectFrom('projection').select('shape').executeTakeFirstOrThrow();
  return shape < projectionShape;
}

/** Notes of an installation without messages that it has nothing to rebuild; returns whether it has none. */
export async function startAtNewestShape(db: Database<ResultsTables>): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('projection')
    .set({ shape: projectionShape })
    .where((where) => where.not(where.exists(where.selectFrom('message').select('id'))))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The job of the last rebuild. */
export async function findRebuildJob(db: Database<ResultsTables>): Promise<string | undefined> {
  return (await db.selectFrom('projection').select('rebuild_job').executeTakeFirst())?.rebuild_job ?? undefined;
}

export async function noteRebuildJob(trx: Transaction<ResultsTables>, job: string): Promise<void> {
  await trx.updateTable('projection').set({ rebuild_job: job }).execute();
}
