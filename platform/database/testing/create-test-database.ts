import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { connectionConfig, parseDatabaseUrl } from '../connection.ts';
import { testServerUrl } from './test-server.ts';

export interface TestDatabase {
  readonly url: string;
  /** Removes the database, ending connections that are still open. */
  readonly drop: () => Promise<void>;
}

/**
 * An empty database of its own for one test file, on the server that the whole run shares: the embedded one, or the one that
 * `ALTIS_TEST_DATABASE_URL` names (a role that may create databases).
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = await testServerUrl();
  const name = `altis_test_${randomBytes(8).toString('hex')}`;
  await runOn(serverUrl, `create database ${name} template template0 encoding 'UTF8' strategy file_copy`);
  const address = parseDatabaseUrl(serverUrl);
  address.pathname = `/${name}`;
  return { url: address.href, drop: () => runOn(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client(connectionConfig(url, { applicationName: 'altis/test' }));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
