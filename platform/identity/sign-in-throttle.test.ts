import { readConfig } from '@altis/config';
import { openSchema, runInTransaction } from '@altis/database';
import { createTestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityConfig } from './config.ts';
import type { IdentityContext } from './context.ts';
import { identityMigrations } from './migrations.ts';
import { admitAttempt, forgiveAttempt } from './sign-in-throttle.ts';
import type { IdentityTables } from './tables.ts';

let context: IdentityContext;
let tearDown: () => Promise<void>;
let nowMs = Date.parse('2026-02-06T20:00:00Z');

beforeAll(async () => {
  const server = await createTestDatabase();
  const options = { server, schema: 'identity', migrations: identityMigrations, log: silentLog };
  const { db, close } = await openSchema<IdentityTables>(options);
  tearDown = () => close().then(() => server.drop());
  context = {
    db,
    clock: { now: () => nowMs },
    log: silentLog,
    journal: { record: () => Promise.resolve() },
    settings: readConfig({ environment: {} }).section(identityConfig),
  };
});
afterAll(() => tearDown());

test('failed sign-ins on many accounts slow their network down, IPv6 by /64, and no other', async () => {
  const guesses = Array.from({ length: 40 }, (_none, index) =>
    isAdmitted(`guess${index}@venue.example`, `2001:db8:1:2::${index}`),
  );
  expect((await Promise.all(guesses)).filter(Boolean)).toHaveLength(31);
  expect(await isAdmitted('anna@venue.example', '2001:db8:1:2:ffff::1')).toBe(false);
  expect(await isAdmitted('anna@venue.example', '2001:db8:1:3::1')).toBe(true);
});

test('a success clears its account and leaves what others did on the network', async () => {
  const own = { email: 'luca@venue.example', remoteAddress: '192.0.2.7' };
  for (let index = 0; index < 25; index += 1) await isAdmitted(`other${index}@venue.example`, own.remoteAddress);
  for (let index = 0; index < 5; index += 1) await admitAttempt(context, own);
  await runInTransaction(context.db, (trx) => forgiveAttempt(context, trx, own));
  const rows = await context.db
    .selectFrom('sign_in_attempt')
    .select(['key', 'failures'])
    .where('key', '=', 'address:192.0.2.7')
    .execute();
  expect(rows).toEqual([{ key: 'address:192.0.2.7', failures: 29 }]);
  for (let index = 0; index < 2; index += 1) expect(await isAdmitted(own.email, own.remoteAddress)).toBe(true);
  expect(await isAdmitted(own.email, own.remoteAddress)).toBe(false);
  nowMs += 1_000;
  expect(await isAdmitted(own.email, own.remoteAddress)).toBe(true);
});

function isAdmitted(email: string, remoteAddress: string): Promise<boolean> {
  return admitAttempt(context, { email, remoteAddress }).then(
    () => true,
    () => false,
  );
}
