import { problem } from '@altis/kernel';
import type { Database } from '@altis/database';
import { highlightTokens, parseQuery, type Query, type Range } from '@altis/lexical-search';
import { correctTypos, type Correction } from './correct-typos.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { filterLexemes, matchExpression, type Filters } from './match-expression.ts';
import type { StoredField } from './prepare-document.ts';
import { rankDocuments, type Ranking, type RankRequest } from './rank-documents.ts';
import { scoreUnit } from './score-expression.ts';
import type { IndexSetup } from './search-index-definition.ts';
import { inSearchSession } from './in-search-session.ts';
import { createFieldTokeniser, type TokeniseField } from './tokenise-field.ts';
import { readStatistics, type TermStatistics } from './term-statistics.ts';

export type SearchRequest = {
  /** As typed; the last word counts as a beginning unless a space follows it. */
  readonly text?: string;
  readonly filters?: Filters;
  /** Epoch milliseconds, from inclusive, to exclusive. */
  readonly dateRange?: { readonly fromMs?: number; readonly toMs?: number };
  /** By default relevance where there is text, newest otherwise. */
  readonly order?: 'relevance' | 'newest';
  /** 1–200, by default 50. */
  readonly limit?: number;
  readonly cursor?: string;
  /** Texts in other languages are searched but not marked in the result; by default all are. */
  readonly highlightLanguages?: readonly string[];
};

export type SearchResult = {
  readonly items: readonly SearchItem[];
  /** How many documents match; when `totalIsExact` is false, at least so many. */
  readonly total: number;
  readonly totalIsExact: boolean;
  /** Of every facet the commonest values among the matches: all of them, or the newest when the total is not exact. */
  readonly facetCounts: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
  readonly nextCursor?: string;
  /** Words that no document has, and what was searched for in their place. */
  readonly corrections: readonly Correction[];
};

export type SearchItem = {
  readonly id: string;
  /** BM25F; 0 without text. */
  readonly score: number;
  readonly highlights: readonly FieldHighlight[];
};

/** Where the words stand in a field of a document, in UTF-16 units of the text given to `put`. */
export type FieldHighlight = { readonly field: string; readonly language?: string; readonly ranges: readonly Range[] };

/** Finds documents; when no document has a word of five or more letters, tries words that are one edit away. */
export async function searchDocuments<Tables>(
  db: Database<Tables>,
  setup: IndexSetup,
  request: SearchRequest,
): Promise<SearchResult> {
  const query = parseQuery(request.text ?? '');
  const filters = filterLexemes(request.filters ?? {}, setup);
  const rankRequest = readRequest(request, query);
  const rank = (session: Database<Tables>, words: Query, statistics: TermStatistics) =>
    rankDocuments(session, setup, {
      ...rankRequest,
      query: words,
      filters,
      match: matchExpression(words, filters),
      statistics,
    });
  const found = await inSearchSession(db, async (session) => {
    const statistics = await readStatistics(session, setup.tables, query, filters.flat());
    const ranking = await rank(session, query, statistics);
    const asTyped = { ranking, query, corrections: [] };
    if (ranking.total > 0) return asTyped;
    const corrected = await correctTypos(session, setup.tables, query, statistics);
    if (corrected.corrections.length === 0) return asTyped;
    const known = await readStatistics(session, setup.tables, corrected.query, filters.flat());
    return { ...corrected, ranking: await rank(session, corrected.query, known) };
  });
  return present(found, setup, rankRequest.limit, request.highlightLanguages);
}

type Found = { readonly ranking: Ranking; readonly query: Query; readonly corrections: readonly Correction[] };

function readRequest(
  request: SearchRequest,
  query: Query,
): Omit<RankRequest, 'query' | 'filters' | 'match' | 'statistics'> {
  const limit = request.limit ?? defaultLimit;
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    throw problem('INVALID_INPUT', `A page of ${limit} results is not possible.`, { remedy: `Use 1 to ${maxLimit}.` });
  }
  const { fromMs, toMs } = request.dateRange ?? {};
  for (const bound of [fromMs, toMs]) {
    if (bound !== undefined && !Number.isSafeInteger(bound)) {
      throw problem('INVALID_INPUT', 'A bound of the date range is not a whole number of milliseconds.');
    }
  }
  return {
    order: query.clauses.length > 0 ? (request.order ?? 'relevance') : 'newest',
    fromMs,
    toMs,
    limit,
    cursor: request.cursor === undefined ? undefined : readCursor(request.cursor),
  };
}

const defaultLimit = 50;
const maxLimit = 200;

function present(
  { ranking, query, corrections }: Found,
  setup: IndexSetup,
  limit: number,
  highlightLanguages: readonly string[] | undefined,
): SearchResult {
  const tokenise = createFieldTokeniser(setup);
  const page = ranking.items.slice(0, limit);
  const last = ranking.items.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ id, score, fields }) => ({
      id,
      score: score / scoreUnit,
      highlights: query.clauses.length > 0 ? highlightFields(fields, query, highlightLanguages, tokenise) : [],
    })),
    total: ranking.total,
    totalIsExact: ranking.totalIsExact,
    facetCounts: ranking.facetCounts,
    ...(last && { nextCursor: writeCursor(last) }),
    corrections,
  };
}

function highlightFields(
  fields: readonly StoredField[],
  query: Query,
  languages: readonly string[] | undefined,
  tokenise: TokeniseField,
): FieldHighlight[] {
  return fields.flatMap(([field, language, text]) => {
    if (languages && language !== null && !languages.includes(language)) return [];
    const ranges = highlightTokens(tokenise(field, language, text), query);
    return ranges.length > 0 ? [{ field, ...(language !== null && { language }), ranges }] : [];
  });
}
