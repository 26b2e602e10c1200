import { sql, type Database, type RawBuilder } from '@altis/database';
import type { Query } from '@altis/lexical-search';
import type { Cursor } from './cursor.ts';
import { parseFacetLexeme } from './lexemes.ts';
import type { StoredField } from './prepare-document.ts';
import { scoreExpression } from './score-expression.ts';
import type { IndexSetup } from './search-index-definition.ts';
import type { TermStatistics } from './term-statistics.ts';

export type RankRequest = {
  readonly query: Query;
  readonly filters: readonly (readonly string[])[];
  readonly match: string | undefined;
  readonly statistics: TermStatistics;
  readonly order: 'relevance' | 'newest';
  readonly fromMs: number | undefined;
  readonly toMs: number | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
};

export type Ranking = {
  /** One more than the limit where there is a next page. */
  readonly items: readonly (Cursor & { readonly id: string; readonly fields: readonly StoredField[] })[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly facetCounts: Readonly<Record<string, { value: string; count: number }[]>>;
};

/** Up to so many matches are all scored and counted. */
const mostCounted = 5000;
/** Of more matches the newest so many are: words that are in that many documents tell little about any of them. */
const newestPool = 2000;
/** Newest-first pages need no scores; facets are counted over so many. */
const facetPool = 1000;

/**
 * Ranks what matches. Up to 5,000 matches are ranked exactly. Beyond, reading all would take too long, so the newest
 * 1,000 to 2,000 are ranked among themselves; newest-first pages still reach every match.
 */
export async function rankDocuments<Tables>(
  db: Database<Tables>,
  setup: IndexSetup,
  request: RankRequest,
): Promise<Ranking> {
  let atLeast = 0;
  if (expectedShare(request) * request.statistics.documents <= mostCounted) {
    const all = await rankPool(db, setup, request, sql`limit ${mostCounted + 1}`);
    if (all.pool <= mostCounted) return { ...all, total: all.pool, totalIsExact: true };
    atLeast = mostCounted;
  }
  const newest = await rankNewest(db, setup, request);
  return { ...newest, total: Math.max(newest.pool, atLeast), totalIsExact: newest.isAll };
}

/** Widens a slice of newest documents until it holds matches enough or everything. */
async function rankNewest<Tables>(
  db: Database<Tables>,
  setup: IndexSetup,
  request: RankRequest,
): Promise<Pool & { isAll: boolean }> {
  const isContinued = request.order === 'newest' && request.cursor !== undefined;
  const wanted = request.order === 'newest' ? Math.max(2 * request.limit, facetPool) : newestPool;
  const enough = wanted / 2 + 1;
  const toMs = endOfSlice(request);
  let width = Math.ceil(wanted / expectedShare(request));
  for (;;) {
    const { rows } = await sql<{ date_ms: string }>`
      select date_ms from ${setup.tables.documents}
      where true ${toMs === undefined ? sql`` : sql`and date_ms < ${toMs}`}
      order by date_ms desc offset ${width} limit 1`.execute(db);
    const sliceMs = rows[0] === undefined ? undefined : Number(rows[0].date_ms);
    const isWhole = sliceMs === undefined || (request.fromMs !== undefined && sliceMs <= request.fromMs);
    const slice = { ...request, fromMs: isWhole ? request.fromMs : sliceMs, toMs };
    const ranked = await rankPool(db, setup, slice, newestFirst(wanted, request.match));
    if (isWhole || ranked.pool >= enough) return { ...ranked, isAll: isWhole && ranked.pool < wanted && !isContinued };
    width = Math.ceil(width * Math.min(20, Math.max(2, wanted / Math.max(ranked.pool, 1))));
  }
}

/**
 * Where words are asked for, the order is one that the date index does not have: walking that index would mean fetching the
 * tokens of every document on the way, where the text index knows which to leave out.
 */
function newestFirst(wanted: number, match: string | undefined): RawBuilder<unknown> {
  const date = match === undefined ? sql`date_ms` : sql`date_ms + 0`;
  return sql`order by ${date} desc, number desc limit ${wanted}`;
}

function endOfSlice({ order, cursor, toMs }: RankRequest): number | undefined {
  if (order === 'relevance' || !cursor) return toMs;
  return Math.min(cursor.dateMs + 1, toMs ?? Number.MAX_SAFE_INTEGER);
}

/** The share of documents that should match if words and facets were independent; never so small that a slice is endless. */
function expectedShare({ query, filters, statistics: { documents, documentsWith } }: RankRequest): number {
  const shareOf = (found: number) => Math.min(1, found / Math.max(documents, 1));
  const countOf = (term: string) => documentsWith.get(term) ?? 0;
  const shares = [
    ...query.clauses
      .filter((clause) => clause.required)
      .flatMap((clause) =>
        clause.kind === 'phrase'
          ? clause.terms.map(({ term }) => shareOf(countOf(term)))
          : shareOf(Math.max(...clause.alternatives.map(({ term, prefix }) => countOf(prefix ? `${term}*` : term)))),
      ),
    ...filters.map((values) => shareOf(values.reduce((sum, value) => sum + countOf(value), 0))),
  ];
  return Math.max(
    shares.reduce((product, share) => product * share, 1),
    1000 / Math.max(documents, 1000),
  );
}

type Pool = Pick<Ranking, 'items' | 'facetCounts'> & { readonly pool: number };

type PoolRow = { pool: string; items: (Cursor & { id: string; fields: StoredField[] })[]; facets: [string, number][] };

/** Scores, orders and counts one pool of matches, unless it turns out to have more than `mostCounted`. */
async function rankPool<Tables>(
  db: Database<Tables>,
  { tables }: IndexSetup,
  request: RankRequest,
  take: RawBuilder<unknown>,
): Promise<Pool> {
  const { order, cursor, limit } = request;
  const score = request.query.clauses.length > 0 ? scoreExpression(request.query, request.statistics) : sql`0`;
  const sorting = order === 'newest' ? sql`date_ms desc, number desc` : sql`score desc, date_ms desc, number desc`;
  const { rows } = await sql<PoolRow>`
    with matching as materialized (
      select number, date_ms, facets, ${score} as score from ${tables.documents} where ${conditions(request)} ${take}
    ), pool as materialized (
      select count(*) as size from matching
    ), page as (
      select number, date_ms, score from matching
      where (select size from pool) <= ${mostCounted} and ${cursor ? after(cursor, order) : sql`true`} order by ${sorting} limit ${limit + 1}
    ), facet_counts as (
      select lexeme, count(*)::int as documents
      from (select unnest(facets) as lexeme from matching where (select size from pool) <= ${mostCounted}) as each
      group by lexeme
    ), commonest as (
      select lexeme, documents, row_number() over (
        partition by split_part(lexeme, ${'\u001f'}, 2) order by documents desc, lexeme) as place
      from facet_counts
    )
    select (select size from pool) as pool,
      coalesce((select json_agg(json_build_object('number', number, 'dateMs', date_ms, 'score', score,
        'id', id, 'fields', fields) order by ${sorting})
        from (select page.*, id, fields from page join ${tables.documents} using (number, date_ms)) as shown), '[]') as items,
      coalesce((select json_agg(json_build_array(lexeme, documents) order by place)
        from commonest where place <= ${facetValues}), '[]') as facets`.execute(db);
  const [row] = rows;
  return { pool: Number(row?.pool ?? 0), items: row?.items ?? [], facetCounts: facetCounts(row?.facets ?? []) };
}

/** Values listed of each facet. */
const facetValues = 50;

function conditions({ match, fromMs, toMs }: RankRequest): RawBuilder<unknown> {
  const parts = [
    ...(match === undefined ? [] : [sql`tokens @@ ${match}::tsquery`]),
    ...(fromMs === undefined ? [] : [sql`date_ms >= ${fromMs}`]),
    ...(toMs === undefined ? [] : [sql`date_ms < ${toMs}`]),
  ];
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}

function after({ score, dateMs, number }: Cursor, order: RankRequest['order']): RawBuilder<unknown> {
  if (order === 'newest') return sql`(date_ms, number) < (${dateMs}::bigint, ${number}::bigint)`;
  return sql`(score, date_ms, number) < (${score}::bigint, ${dateMs}::bigint, ${number}::bigint)`;
}

function facetCounts(rows: readonly [string, number][]): Ranking['facetCounts'] {
  const counts: Record<string, { value: string; count: number }[]> = {};
  for (const [lexeme, count] of rows) {
    const { facet, value } = parseFacetLexeme(lexeme);
    (counts[facet] ??= []).push({ value, count });
  }
  return counts;
}
