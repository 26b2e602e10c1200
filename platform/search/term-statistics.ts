import { sql, type Database, type Transaction } from '@altis/database';
import type { Query } from '@altis/lexical-search';
import type { IndexTables } from './index-tables.ts';

/** In how many of how many documents terms stand. A few hundred of the latest documents may not be counted yet. */
export type TermStatistics = {
  readonly documents: number;
  /** By term; of a prefix (`toron*`) the most frequent term that begins so. */
  readonly documentsWith: ReadonlyMap<string, number>;
};

/** Reads the statistics that the words of a query and some further lexemes need. */
export async function readStatistics<Tables>(
  db: Database<Tables>,
  tables: IndexTables,
  query: Query,
  lexemes: readonly string[],
): Promise<TermStatistics> {
  const { exact, prefixes } = termsOf(query);
  const { rows } = await sql<{ term: string; documents: string }>`
    select term, documents from ${tables.terms} where term = any(${['', ...exact, ...lexemes]})
    union all
    select prefix || '*', max(documents) from unnest(${prefixes}::text[]) as prefix,
      lateral (select documents from ${tables.terms}
        where term >= prefix collate "C" and term < (prefix || ${lastCharacter}) collate "C" limit 2000) as beginning
    group by prefix`.execute(db);
  const documentsWith = new Map(rows.map((row) => [row.term, Number(row.documents)]));
  return { documents: documentsWith.get('') ?? 0, documentsWith };
}

/** Ends the range of terms with a prefix: no term has a character beyond it. */
export const lastCharacter = '\u{10ffff}';

/**
 * Counts pending changes into the terms, now and then: the more documents, the less a few matter. Only the holder of the
 * lock writes to the terms, and no one waits for it, so writers never block each other over a common word.
 */
export async function countChanges<Tables>(trx: Transaction<Tables>, tables: IndexTables): Promise<void> {
  const { rows } = await sql<{ due: boolean }>`
    select count(*) >= least(${mostUncounted}::bigint, 1 + coalesce((select documents from ${tables.terms} where term = ''), 0) / 20)
      and pg_try_advisory_xact_lock(hashtextextended(current_schema() || ${`.${tables.name} search terms`}, 0)) as due
    from (select 1 from ${tables.changes} limit ${mostUncounted}) as pending`.execute(trx);
  if (rows[0]?.due !== true) return;
  await sql`
    with taken as (
      delete from ${tables.changes} where number in (select number from ${tables.changes} limit ${mostAtOnce})
      returning step, lexemes
    ), counted as (
      select lexeme, sum(step) as change from taken, unnest(lexemes || '{""}'::text[]) as lexeme
      group by lexeme having sum(step) <> 0
    )
    insert into ${tables.terms} as known (term, documents) select lexeme, change from counted
    on conflict (term) do update set documents = greatest(known.documents + excluded.documents, 0)`.execute(trx);
}

const mostUncounted = 500;
const mostAtOnce = 5000;

function termsOf(query: Query): { exact: string[]; prefixes: string[] } {
  const alternatives = query.clauses.flatMap((clause) =>
    clause.kind === 'phrase'
      ? clause.terms.map(({ term }) => ({ term, prefix: false }))
      : clause.alternatives.map(({ term, prefix }) => ({ term, prefix })),
  );
  const termsWhere = (prefix: boolean) =>
    alternatives.filter((alternative) => alternative.prefix === prefix).map((alternative) => alternative.term);
  return { exact: termsWhere(false), prefixes: termsWhere(true) };
}
