import { openSchema, sql, type SchemaDatabase } from '@altis/database';
import { createTestDatabase } from '@altis/database/testing';
import { newId, silentLog, type Actor } from '@altis/kernel';
import { platformPermissions } from '@altis/access';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openAudit, type Audit } from './audit.ts';
import { canonicalJson } from './canonical-json.ts';
import { audit as auditContract, auditEntryView } from './contract.ts';
import { auditRoutes } from './routes.ts';

const operator: Actor = { kind: 'user', id: newId('user'), name: 'Giulia', roles: ['operator'] };
const system: Actor = { kind: 'system', name: 'results' };
const subject = { kind: 'moment', id: 'moment_1' };

let testDatabase: Awaited<ReturnType<typeof createTestDatabase>>;
let audit: Audit;
/** A system with a schema and a search path of its own. */
let room: SchemaDatabase<{ thing: { name: string } }>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  audit = await openAudit({ server: testDatabase, log: silentLog });
  room = await openSchema({
    server: testDatabase,
    schema: 'room',
    migrations: { '0001_initial': async (db) => void (await sql`create table thing (name text)`.execute(db)) },
    maxConnections: 10,
    log: silentLog,
  });
});
afterAll(async () => {
  await room?.close();
  await audit?.close();
  await testDatabase?.drop();
});
beforeEach(() => withoutTrigger('truncate audit.entry'));

test('what a transaction did and its entry are kept together, or neither is', async () => {
  await room.db.transaction().execute(async (trx) => {
    await trx.insertInto('thing').values({ name: 'kept' }).execute();
    await audit.record(trx, {
      actor: system,
      action: 'moment.corrected',
      subject,
      details: { scorer: { from: 'athlete_1', to: 'athlete_2' } },
      cause: { message: 'DT_PLAY_BY_PLAY', version: '3' },
    });
  });
  const failing = room.db.transaction().execute(async (trx) => {
    await audit.record(trx, { actor: system, action: 'moment.withdrawn', subject });
    throw new Error('the work failed');
  });
  await expect(failing).rejects.toThrow('the work failed');
  const { entries } = await audit.list({ limit: 10 });
  expect(entries).toMatchObject([
    {
      position: 1,
      actor: { kind: 'system', id: 'results' },
      action: 'moment.corrected',
      details: { scorer: { from: 'athlete_1', to: 'athlete_2' } },
      cause: { message: 'DT_PLAY_BY_PLAY', version: '3' },
    },
  ]);
});

test('entries made at once by many transactions form one chain', async () => {
  await Promise.all(Array.from({ length: 40 }, (_none, index) => record(`moment.step-${index}`)));
  expect(await audit.verify()).toMatchObject({ whole: true, head: { position: 40 } });
});

test('the database refuses to change, remove or empty entries', async () => {
  await record('moment.corrected');
  for (const statement of ["update audit.entry set action = 'x'", 'delete from audit.entry', 'truncate audit.entry']) {
    await expect(sql.raw(statement).execute(room.db)).rejects.toThrow('append-only');
  }
});

test.each([
  ['update audit.entry set details = \'{"a":2}\' where position = 3', 3, 'changed'],
  ["update audit.entry set actor_id = 'someone' where position = 2", 2, 'changed'],
  ["update audit.entry set at = at + interval '1 ms' where position = 5", 5, 'changed'],
  ['delete from audit.entry where position = 4', 4, 'missing'],
])('someone who switched the guard off and ran "%s" is found out', async (statement, brokenAt, reason) => {
  for (let index = 0; index < 5; index += 1) await record('moment.corrected');
  await withoutTrigger(statement);
  expect(await audit.verify()).toEqual({ whole: false, brokenAt, reason: expect.stringContaining(reason) });
});

test('a chain that was cut off or rewritten is found out by a head noted earlier', async () => {
  for (let index = 0; index < 3; index += 1) await record('moment.corrected');
  const verdict = await audit.verify();
  const noted = verdict.whole ? verdict.head : undefined;
  expect(await audit.verify(noted)).toEqual(verdict);
  await withoutTrigger('delete from audit.entry where position = 3');
  expect(await audit.verify()).toMatchObject({ whole: true, head: { position: 2 } });
  expect(await audit.verify(noted)).toMatchObject({ whole: false, reason: expect.stringContaining('cut off') });
  await record('moment.invented');
  expect(await audit.verify()).toMatchObject({ whole: true, head: { position: 3 } });
  expect(await audit.verify(noted)).toMatchObject({
    whole: false,
    brokenAt: 3,
    reason: expect.stringContaining('rewritten'),
  });
});

test('anyone can recompute the hash of the first entry from what the page shows', async () => {
  await record('moment.corrected', { ü: 1, a: [true, null], 10: 'x', 9: 'y' });
  const [entry] = (await auditRoutes(audit, async () => new Map()).entries.list({ limit: 1 })).entries;
  const { hash, actor, ...rest } = auditEntryView.parse(entry);
  const text = JSON.stringify(rest.details);
  expect(text).not.toBe(canonicalJson(rest.details));
  const seen =
    `{"action":"moment.corrected","actor":{"id":"${actor.id}","kind":"user"},"at":"${rest.at}","cause":null,` +
    `"details":{"10":"x","9":"y","a":[true,null],"ü":1},"position":1,"subject":{"id":"moment_1","kind":"moment"}}`;
  expect(
    createHash('sha256')
      .update(`${'0'.repeat(64)}\n${seen}`)
      .digest('hex'),
  ).toBe(hash);
});

test('any JSON survives the way through the database', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })),
      async (details) => {
        await record('moment.described', details);
        const [entry] = (await audit.list({ limit: 1 })).entries;
        expect(canonicalJson(entry?.details)).toBe(canonicalJson(details));
      },
    ),
    { numRuns: 50, examples: [[{ nul: '\u0000', lone: '\ud800' }]] },
  );
  expect(await audit.verify()).toMatchObject({ whole: true });
});

test('entries are filtered and read page by page', async () => {
  await record('moment.named');
  await record('moment.corrected');
  await record('clip.cut', {}, system, { kind: 'clip', id: 'clip_1' });
  await record('moment_corrected');
  const actions = async (filter: object) =>
    (await audit.list({ limit: 10, ...filter })).entries.map(({ action }) => action);
  expect(await actions({ action: 'moment.*' })).toEqual(['moment.corrected', 'moment.named']);
  expect(await actions({ action: 'moment_corrected' })).toEqual(['moment_corrected']);
  expect(await actions({ subjectKind: 'clip', subjectId: 'clip_1' })).toEqual(['clip.cut']);
  expect(await actions({ actor: 'results' })).toEqual(['clip.cut']);
  expect(await actions({ from: '2100-01-01T00:00:00Z' })).toEqual([]);
  expect(await actions({ until: '2100-01-01T00:00:00Z', limit: 1 })).toEqual(['moment_corrected']);

  const first = await audit.list({ limit: 3 });
  expect(first.next).toBe(2);
  const second = await audit.list({ limit: 3, before: first.next ?? undefined });
  expect([second.entries.map(({ action }) => action), second.next]).toEqual([['moment.named'], null]);
});

test('names of people come from their accounts, not from the audit', async () => {
  await record('moment.corrected');
  const routes = auditRoutes(audit, async (ids) => new Map(ids.map((id) => [id, 'Giulia, now Conti'])));
  expect((await routes.entries.list({ limit: 1 })).entries[0]?.actor).toEqual({
    kind: 'user',
    id: operator.kind === 'user' ? operator.id : '',
    name: 'Giulia, now Conti',
  });
  const stored = await sql<{ row: string }>`select row_to_json(entry)::text as row from audit.entry`.execute(room.db);
  expect(stored.rows[0]?.row).not.toContain('Giulia');
});

test("every route of the audit asks for one of the platform's permissions", () => {
  for (const route of Object.values(auditContract.contract.entries)) {
    expect(Object.keys(platformPermissions)).toContain(route['~orpc'].meta.permission);
  }
});

function record(action: string, details: Record<string, unknown> = {}, actor = operator, of = subject): Promise<void> {
  return room.db.transaction().execute((trx) => audit.record(trx, { actor, action, subject: of, details }));
}

/** What only the owner of the table can do. */
async function withoutTrigger(statement: string): Promise<void> {
  await room.db.transaction().execute(async (trx) => {
    await sql`alter table audit.entry disable trigger append_only`.execute(trx);
    await sql.raw(statement).execute(trx);
    await sql`alter table audit.entry enable trigger append_only`.execute(trx);
  });
}
