import type { Log } from '@altis/kernel';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { connectionConfig } from './connection.ts';
import { migrate, type Migrations } from './migrate.ts';
import { preparedPool } from './prepared-pool.ts';

/** Typed queries on the tables of one schema. */
export type Database<Tables> = Kysely<Tables>;

export interface SchemaDatabase<Tables> {
  readonly db: Database<Tables>;
  /** Waits for running statements and closes the connections. */
  readonly close: () => Promise<void>;
}

const statementTimeoutMs = 30_000;
const idleConnectionTimeoutMs = 30_000;

/**
 * Opens the schema of one system: creates it where it is missing, brings it up to the newest migration, and gives a pool of
 * connections on which unqualified names mean this schema.
 * @param options.maxConnections At most so many statements at once; more wait. 5 unless told.
 * @throws Problem `CONFLICT` when the database is newer than this code.
 */
export async function openSchema<Tables>(options: {
  readonly server: { readonly url: string };
  readonly schema: string;
  readonly migrations: Migrations;
  readonly maxConnections?: number;
  readonly log: Log;
}): Promise<SchemaDatabase<Tables>> {
  const { server, schema, log } = options;
  const pool = new Pool({
    ...connectionConfig(server.url, { applicationName: `altis/${schema}`, schema, statementTimeoutMs }),
    max: options.maxConnections ?? 5,
    idleTimeoutMillis: idleConnectionTimeoutMs,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ schema, reason: error.message }, 'An idle database connection broke.'));
  // One that is in use tells its query; between two queries of a transaction only this listener hears of it.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.warn({ schema, reason: error.message }, 'A database connection broke.')),
  );
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparedPool(pool) }) });
  try {
    await migrate({ db, schema, migrations: options.migrations, log });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, close: () => db.destroy() };
}
