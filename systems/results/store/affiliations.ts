import { sql, type Database, type Transaction } from '@altis/database';
import type { ResultsTables } from './tables.ts';

type Kind = 'participant' | 'team';

/** What a list had for somebody: organisation and name. */
export type Affiliation = { readonly code: string; readonly organisation: string; readonly name: string };

/** Notes what a list sent at that time has, also when it came too late to hold. */
export async function noteAffiliations(
  trx: Transaction<ResultsTables>,
  kind: Kind,
  affiliations: readonly Affiliation[],
  sentAt: string,
): Promise<void> {
  if (affiliations.length === 0) return;
  const column = (read: (each: Affiliation) => string) => affiliations.map(read);
  await sql`
    insert into affiliation (kind, code, organisation, name, first_sent_at, last_sent_at)
    select ${kind}, code, organisation, name, ${sentAt}, ${sentAt}
    from unnest(${column(({ code }) => code)}::text[], ${column(({ organisation }) => organisation)}::text[],
      ${column(({ name }) => name)}::text[]) as noted (code, organisation, name)
    on conflict (kind, code, organisation, name) do update set
      first_sent_at = least(affiliation.first_sent_at, excluded.first_sent_at),
      last_sent_at = greatest(affiliation.last_sent_at, excluded.last_sent_at)
    where excluded.first_sent_at < affiliation.first_sent_at or excluded.last_sent_at > affiliation.last_sent_at`.execute(
    trx,
  );
}

export type FormerAffiliations = { readonly organisations: readonly string[]; readonly names: readonly string[] };

/** Organisations and names that lists had for somebody before those that hold now, the latest first. */
export async function findFormerAffiliations(
  db: Database<ResultsTables>,
  kind: Kind,
  current: readonly Affiliation[],
): Promise<Map<string, FormerAffiliations>> {
  const former = new Map<string, { organisations: string[]; names: string[] }>();
  if (current.length === 0) return former;
  const now = new Map(current.map((each) => [each.code, each]));
  const rows = await db
    .selectFrom('affiliation')
    .select(['code', 'organisation', 'name'])
    .where('kind', '=', kind)
    .where(sql<boolean>`code = any(${[...now.keys()]}::text[])`)
    .orderBy('last_sent_at', 'desc')
    .orderBy('first_sent_at', 'desc')
    .orderBy('organisation')
    .orderBy('name')
    .execute();
  for (const { code, organisation, name } of rows) {
    const known = former.get(code) ?? { organisations: [], names: [] };
    former.set(code, known);
    const held = now.get(code);
    if (organisation !== held?.organisation && !known.organisations.includes(organisation))
      known.organisations.push(organisation);
    if (name !== held?.name && !known.names.includes(name)) known.names.push(name);
  }
  return former;
}
