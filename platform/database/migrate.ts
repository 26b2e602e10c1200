import { problem, type Log } from '@altis/kernel';
import { sql, type Kysely } from 'kysely';

/** The steps of a schema in order of their names, such as `0001_initial`. A step that has run is never changed. */
export type Migrations = Readonly<Record<string, (db: Kysely<unknown>) => Promise<void>>>;

/**
 * Creates a schema and runs the migrations it lacks: each in a transaction of its own, together with its line in the table
 * `migration`, under a lock, so that two processes that start at once run it once.
 */
export async function migrate<Tables>(options: {
  readonly db: Kysely<Tables>;
  readonly schema: string;
  readonly migrations: Migrations;
  readonly log: Log;
}): Promise<void> {
  const { db, schema, migrations, log } = options;
  const names = orderedNames(schema, migrations);
  await underLock(db, schema, async (trx) => createSchema(trx, schema));
  // The common start finds nothing to do with one query and no lock.
  if (pendingNames(schema, names, await appliedNames(db)).length === 0) return;
  for (const name of names) {
    const ran = await underLock(db, schema, async (trx) => {
      if (!pendingNames(schema, names, await appliedNames(trx)).includes(name)) return false;
      // A migration knows no tables yet: it sees the same connection without their types.
      await migrations[name]!(trx as unknown as Kysely<unknown>);
      await sql`insert into migration (name) values (${name})`.execute(trx);
      return true;
    });
    if (ran) log.info({ schema, migration: name }, 'Migrated the database.');
  }
}

function orderedNames(schema: string, migrations: Migrations): string[] {
  const names = Object.keys(migrations).sort();
  const wrong = names.find((name) => !/^\d{4}_[a-z0-9_]+$/.test(name));
  if (wrong !== undefined) {
    throw problem('INVALID_INPUT', `The migration "${wrong}" of ${schema} has no orderly name.`, {
      remedy: 'Name it with four digits and a few words, such as 0002_add_venues.',
    });
  }
  return names;
}

/** The migrations that still have to run, or a problem when the database did not come from an earlier state of this code. */
function pendingNames(schema: string, names: readonly string[], applied: readonly string[]): string[] {
  const unknown = applied.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw problem(
      'CONFLICT',
      `The database of ${schema} is newer than this version of Altis: it has ${unknown.join(', ')}.`,
      {
        remedy: 'Start the newer version again, or restore a backup made before it.',
      },
    );
  }
  const pending = names.filter((name) => !applied.includes(name));
  const newest = applied.at(-1);
  const late = newest === undefined ? undefined : pending.find((name) => name < newest);
  if (late !== undefined) {
    throw problem('CONFLICT', `The migration ${late} of ${schema} comes before ${newest}, which has run already.`, {
      remedy: 'Rename it so that it comes last.',
    });
  }
  return pending;
}

async function appliedNames<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

async function createSchema<Tables>(db: Kysely<Tables>, schema: string): Promise<void> {
  // Asked first, because a role that owns its schema may lack the right to create another.
  const { rows } = await sql<{ found: boolean }>`select to_regnamespace(${`"${schema}"`}) is not null as found`.execute(
    db,
  );
  if (rows[0]?.found !== true) await sql`create schema ${sql.id(schema)}`.execute(db);
  await sql`create table if not exists ${sql.id(schema, 'migration')} (
    name text primary key,
    ran_at timestamptz not null default now()
  )`.execute(db);
}

/** Runs `work` in a transaction that no other process has for this schema at the same time, however long it takes. */
function underLock<Tables, Result>(
  db: Kysely<Tables>,
  schema: string,
  work: (trx: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`altis migration ${schema}`}, 0))`.execute(trx);
    return work(trx);
  });
}
