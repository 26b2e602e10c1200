import { sql, type RawBuilder } from '@altis/database';
import { inverseDocumentFrequency, type Clause, type Query } from '@altis/lexical-search';
import { maxShare } from './prepare-document.ts';
import type { TermStatistics } from './term-statistics.ts';

/**
 * The score of a row as SQL over its `scores`: for every clause the idf of its commonest alternative times the share of
 * the alternative that the document has most of (see `bm25f.ts` of lexical-search). Whole numbers: 1000 × 127 × BM25F.
 */
export function scoreExpression(query: Query, statistics: TermStatistics): RawBuilder<number> {
  const parts = query.clauses.flatMap((clause) => clauseParts(clause, statistics));
  if (parts.length === 0) return sql<number>`0`;
  return sql<number>`(${sql.join(parts, sql` + `)})`;
}

/** One point of BM25F in the units of `scoreExpression`. */
export const scoreUnit = 1000 * maxShare;

function clauseParts(clause: Clause, { documents, documentsWith }: TermStatistics): RawBuilder<number>[] {
  const idf = (found: number) => Math.round(1000 * inverseDocumentFrequency(found, Math.max(documents, 1)));
  if (clause.kind === 'phrase') {
    return clause.terms.map(
      ({ term }) => sql<number>`${shareOf(term, false)} * ${sql.lit(idf(documentsWith.get(term) ?? 0))}`,
    );
  }
  const found = clause.alternatives.map(({ term, prefix }) => documentsWith.get(prefix ? `${term}*` : term) ?? 0);
  const weight = idf(Math.max(...found));
  const shares = clause.alternatives.map(
    (alternative) =>
      sql`${shareOf(alternative.term, alternative.prefix)} * ${sql.lit(Math.round(weight * alternative.weight))}`,
  );
  return [sql<number>`greatest(${sql.join(shares)})`];
}

/** The byte before the term, or the zero byte at the start of `scores` when the document lacks it. */
function shareOf(term: string, isPrefix: boolean): RawBuilder<number> {
  const key = Buffer.from(`\u001f${term}${isPrefix ? '' : '\u001e'}`);
  return sql<number>`get_byte(scores, greatest(position(${key}::bytea in scores) - 2, 0))`;
}
