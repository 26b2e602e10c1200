import { silentLog } from '@altis/kernel';
import { expect, test } from 'vitest';
import { parseDatabaseUrl } from './connection.ts';
import { openSchema, runSql, startDatabaseServer } from './index.ts';
import { createTestDatabase } from './testing/create-test-database.ts';

const start = (url: string) => startDatabaseServer({ url, directory: '/nowhere', log: silentLog });

test('a missing database is made, and one that cannot hold all names is refused', async () => {
  const { url, drop } = await createTestDatabase();
  const sibling = (suffix: string) => {
    const address = parseDatabaseUrl(url);
    address.pathname += suffix;
    return { name: address.pathname.slice(1), url: address.href };
  };
  const missing = sibling('_missing');
  const latin = sibling('_latin');
  const { db, close } = await openSchema({ server: { url }, schema: 'public', migrations: {}, log: silentLog });
  try {
    const server = await start(missing.url);
    expect(server.kind).toBe('external');
    await server.stop();
    await runSql(
      db,
      `create database ${latin.name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
    );
    await expect(start(latin.url)).rejects.toThrow('LATIN1');
  } finally {
    for (const { name } of [missing, latin]) await runSql(db, `drop database if exists ${name}`);
    await close();
    await drop();
  }
});

test('an address that leads nowhere says where it led and what to check, without the password', async () => {
  const closed = await start('postgresql://altis:s3cret@127.0.0.1:1/altis').catch((error: unknown) => error);
  expect(closed).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('127.0.0.1:1') });
  const wrong = await start('mysql://altis:s3cret@db.example/altis').catch((error: unknown) => error);
  expect(wrong).toMatchObject({ code: 'INVALID_INPUT', remedy: expect.stringContaining('postgresql://') });
  expect(JSON.stringify([closed, wrong, String(closed), String(wrong)])).not.toContain('s3cret');
});
