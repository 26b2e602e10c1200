import { errorCodeOf, messageOf, problem, type Problem } from '@altis/kernel';
import { Client, escapeIdentifier } from 'pg';
import { connectionConfig, databaseNameOf, parseDatabaseUrl, placeOf } from './connection.ts';

const oldestVersion = 15;

/** Makes sure that the database at an address can be used by Altis, creating it when it is missing. */
export async function ensureDatabase(url: string): Promise<void> {
  const address = parseDatabaseUrl(url);
  try {
    await inspect(url);
  } catch (error) {
    if (errorCodeOf(error) !== missingDatabase) throw explain(error, address);
    await createDatabase(address);
    await inspect(url).catch((again: unknown) => {
      throw explain(again, address);
    });
  }
}

async function inspect(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
    );
    const { version, encoding } = found.rows[0]!;
    if (version < oldestVersion) {
      throw problem(
        'UNAVAILABLE',
        `The server of DATABASE_URL is PostgreSQL ${version}; Altis needs ${oldestVersion} or newer.`,
        {
          remedy: 'Upgrade it, or leave DATABASE_URL unset to use the PostgreSQL that comes with Altis.',
        },
      );
    }
    if (encoding !== 'UTF8') {
      throw problem('UNAVAILABLE', `The database of DATABASE_URL has the encoding ${encoding}; names need UTF8.`, {
        remedy: `Create another with: create database altis template template0 encoding 'UTF8'.`,
      });
    }
  });
}

async function createDatabase(address: URL): Promise<void> {
  const name = databaseNameOf(address);
  const maintenance = new URL(address);
  maintenance.pathname = '/postgres';
  try {
    await withClient(maintenance.href, (client) =>
      client.query(`create database ${escapeIdentifier(name)} template template0 encoding 'UTF8'`),
    );
  } catch (error) {
    // Another process may have created it a moment ago.
    if (errorCodeOf(error) === duplicateDatabase || errorCodeOf(error) === uniqueViolation) return;
    throw problem(
      'UNAVAILABLE',
      `The database "${name}" does not exist on ${placeOf(address)} and could not be created.`,
      {
        remedy: `Create it as a superuser: create database ${escapeIdentifier(name)} owner <role> template template0 encoding 'UTF8'.`,
        cause: error,
      },
    );
  }
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(connectionConfig(url, { applicationName: 'altis/start' }));
  // A connection that breaks between statements must not take the process down; the next statement reports it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
  }
}

const missingDatabase = '3D000';
const duplicateDatabase = '42P04';
const uniqueViolation = '23505';
const refusals = new Set(['28P01', '28000']);

function explain(error: unknown, address: URL): unknown {
  if (isProblem(error)) return error;
  const state = errorCodeOf(error);
  if (state !== undefined && refusals.has(state)) {
    return problem('UNAVAILABLE', `PostgreSQL at ${placeOf(address)} refuses the user "${address.username}".`, {
      remedy: 'Check the user and the password in DATABASE_URL, and the line for them in pg_hba.conf.',
      cause: error,
    });
  }
  return problem('UNAVAILABLE', `PostgreSQL at ${placeOf(address)} cannot be used: ${messageOf(error) || state}.`, {
    remedy:
      'Check that it runs and that DATABASE_URL names its host and port, or leave DATABASE_URL unset to use the PostgreSQL that comes with Altis.',
    cause: error,
  });
}

function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === 'Problem';
}
