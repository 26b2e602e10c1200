import { openSchema, sql } from '@altis/database';
import { createTestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { expect, test } from 'vitest';
import { listFacts, presentFacts } from './facts.ts';
import { migrations } from './migrations/index.ts';
import type { ResultsTables } from './tables.ts';

test('facts of a person, a team, a stranger and nobody read alike where the database puts them together', async () => {
  const database = await createTestDatabase();
  const options = { server: database, schema: 'results', migrations, log: silentLog };
  const { db, close } = await openSchema<ResultsTables>(options);
  await sql`
    insert into message (id, received_at, origin, object, size_bytes, outcome, document_type, version, sent_at,
      competition, document_code, warnings)
    values ('message_1', now(), 'test', 'object', 1, 'new', 'DT_RESULT', 1, '2030-02-22T10:00:00.000',
      'TEST', 'unit', '[]')`.execute(db);
  const person = { code: 'P', name: { tv: 'Ida BERG' }, organisation: 'AAA', entries: [] };
  const team = { code: 'T', name: 'Northland', organisation: 'BBB', members: [], entries: [] };
  await sql`
    insert into participant (code, sort_name, organisation, is_athlete, disciplines, events, facts)
    values ('P', 'BERG', 'AAA', true, '{}', '{}', ${JSON.stringify(person)}::jsonb)`.execute(db);
  await sql`
    insert into team (code, organisation, discipline, members, events, facts)
    values ('T', 'BBB', 'ALP', '{}', '{}', ${JSON.stringify(team)}::jsonb)`.execute(db);
  await sql`
    insert into fact (id, subject, strand, kind, at, competitor, position, value, rank, previous, message)
    select 'fact_' || number, 'unit', 'result', 'finished', '2030-02-22T10:00:00.123Z'::timestamptz, competitor,
      '1', '50.10', null, '51.00', 'message_1'
    from unnest(array['P', 'T', 'X', null]) with ordinality as each (competitor, number)`.execute(db);

  const rows = await db.selectFrom('fact').selectAll().execute();
  const read = await listFacts(db, ['unit']);
  const told = await presentFacts(db, rows);
  const byId = <Fact extends { readonly id: string }>(facts: readonly Fact[]) =>
    facts.toSorted((left, right) => left.id.localeCompare(right.id));
  expect(byId(read)).toEqual(byId(told));
  expect(byId(read).map(({ name, organisation }) => [name, organisation])).toEqual([
    ['Ida BERG', 'AAA'],
    ['Northland', 'BBB'],
    [null, null],
    [null, null],
  ]);
  await close();
  await database.drop();
});
