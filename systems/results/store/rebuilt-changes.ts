import { sql, type Transaction } from '@altis/database';
import type { Action, Source } from '../contract/index.ts';
import type { FactRow } from './facts.ts';
import type { RebuildSchemas } from './rebuild.ts';
import type { ResultsTables } from './tables.ts';

type Trx = Transaction<ResultsTables>;

/** An action that stands otherwise after a rebuild, with the message that says so. */
export type RebuiltAction = {
  readonly change: 'recorded' | 'corrected' | 'withdrawn';
  readonly action: Action;
  readonly source: Source;
};

/** Actions that are new, changed or gone in what was made anew. */
export async function listRebuiltActions(trx: Trx, { live, fresh }: RebuildSchemas): Promise<RebuiltAction[]> {
  const { rows } = await sql<RebuiltAction>`
    select case when made.id is null or made.is_withdrawn then 'withdrawn'
        when held.id is null or held.is_withdrawn then 'recorded' else 'corrected' end as change,
      coalesce(case when not made.is_withdrawn then made.known end, held.known) as action,
      json_build_object('message', message.id, 'documentType', message.document_type, 'version', message.version,
        'issuedAt', coalesce(message.sent_at, '')) as source
    from ${sql.id(fresh, 'action')} as made
    full join ${sql.id(live, 'action')} as held on held.unit = made.unit and held.id = made.id
    left join ${sql.id(fresh, 'document')} as document on document.version_key = made.document
    join ${sql.id(live, 'message')} as message
      on message.id = coalesce(document.message, made.changed_by, held.changed_by)
    where (coalesce(not made.is_withdrawn, false) or coalesce(not held.is_withdrawn, false))
      and (made.known, coalesce(made.is_withdrawn, true)) is distinct from (held.known, coalesce(held.is_withdrawn, true))
    order by coalesce(made.unit, held.unit), coalesce(made.position, held.position)`.execute(trx);
  return rows;
}

/** Facts that are new or changed in what was made anew, and those that are gone. */
export async function listRebuiltFacts(
  trx: Trx,
  { live, fresh }: RebuildSchemas,
): Promise<{ told: FactRow[]; withdrawn: FactRow[] }> {
  const facts = (from: string, than: string) => sql`
    select made.* from ${sql.id(from, 'fact')} as made
    left join ${sql.id(than, 'fact')} as held on held.id = made.id`;
  const told =
    await sql<FactRow>`${facts(fresh, live)} where made is distinct from held order by made.at, made.id`.execute(trx);
  const gone = await sql<FactRow>`${facts(live, fresh)} where held.id is null order by made.at, made.id`.execute(trx);
  return { told: told.rows, withdrawn: gone.rows };
}

/** All units and events, before and after: pages of any of them may show something else now. */
export async function listRebuiltSubjects(
  trx: Trx,
  { live, fresh }: RebuildSchemas,
): Promise<{ units: string[]; events: string[] }> {
  const all = async (table: 'unit' | 'event'): Promise<string[]> => {
    const { rows } = await sql<{ rsc: string }>`
      select rsc from ${sql.id(live, table)} union select rsc from ${sql.id(fresh, table)}`.execute(trx);
    return rows.map(({ rsc }) => rsc);
  };
  return { units: await all('unit'), events: await all('event') };
}
