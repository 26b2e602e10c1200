import { problem } from '@altis/kernel';
import { jsonb, sql, type Database, type Transaction } from '@altis/database';
import { fold, highlight, parseQuery, tokenise, type Query, type Range } from '@altis/lexical-search';
import { facetLexeme, tsvectorText } from './lexemes.ts';
import { matchExpression } from './match-expression.ts';
import { storableText } from './storable-text.ts';
import type { IndexSetup } from './search-index-definition.ts';

/** The names of one value of a facet, by language (BCP 47 tag). */
export type FacetLabel = {
  readonly facet: string;
  readonly value: string;
  readonly labels: Readonly<Record<string, string>>;
};

export type SuggestRequest = {
  /** As typed so far. */
  readonly text: string;
  /** Only these facets; by default all. */
  readonly facets?: readonly string[];
  /** The language of the label shown, where there is one and the typed text is in none of the others. */
  readonly language?: string;
  /** By default 10. */
  readonly limit?: number;
};

export type Suggestion = {
  readonly facet: string;
  readonly value: string;
  /** The label that the typed text is in. */
  readonly label: string;
  readonly language: string;
  readonly ranges: readonly Range[];
  /** About how many documents have the value. */
  readonly documents: number;
};

/** @throws Problem `INVALID_INPUT` for an unknown facet or an unfit value. */
export async function putLabels<Tables>(
  trx: Transaction<Tables>,
  { tables, facets }: IndexSetup,
  labels: readonly FacetLabel[],
): Promise<void> {
  const rows = new Map<string, { facet: string; value: string; labels: FacetLabel['labels']; tokens: string }>();
  for (const { facet, value, labels: names } of labels) {
    const lexeme = facetLexeme(facet, value);
    if (lexeme === undefined || !facets.includes(facet)) {
      throw problem('INVALID_INPUT', `The label of "${value.slice(0, 50)}" names no value of a facet of this index.`);
    }
    const tokens = Object.values(names).flatMap((name) => tokenise(name, { stems: false }));
    const lexemes = tsvectorText(new Map(tokens.map((token) => [token.term, []])));
    rows.set(lexeme, { facet, value, labels: storableLabels(names), tokens: lexemes });
  }
  const ordered = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await sql`
    insert into ${tables.labels} (facet, value, labels, tokens)
    select facet, value, labels, tokens::tsvector from jsonb_to_recordset(${jsonb(ordered)})
      as row (facet text, value text, labels jsonb, tokens text)
    on conflict (facet, value) do update set labels = excluded.labels, tokens = excluded.tokens`.execute(trx);
}

function storableLabels(labels: FacetLabel['labels']): FacetLabel['labels'] {
  return Object.fromEntries(
    Object.entries(labels).map(([language, label]) => [storableText(language), storableText(label)] as const),
  );
}

/** Labels that fit what is being typed, in any language and script. */
export async function suggestLabels<Tables>(
  db: Database<Tables>,
  { tables, facets }: IndexSetup,
  request: SuggestRequest,
): Promise<Suggestion[]> {
  const query = parseQuery(request.text, { shortestPrefix: 1 });
  const match = matchExpression(query, []);
  if (match === undefined) return [];
  const { rows } = await sql<{ facet: string; value: string; labels: Record<string, string>; documents: string }>`
    select facet, value, labels, coalesce(documents, 0) as documents
    from ${tables.labels} left join ${tables.terms} on term = ${'\u001f'} || facet || ${'\u001f'} || value
    where tokens @@ ${match}::tsquery and facet = any(${request.facets ?? facets})
    order by documents desc nulls last, facet, value limit ${mostConsidered}`.execute(db);
  const typed = fold(request.text.trim());
  const suggestions = rows.map(({ facet, value, labels, documents }) => ({
    ...bestLabel(labels, query, request.language),
    facet,
    value,
    documents: Number(documents),
  }));
  // A stable sort: what begins as typed goes first, the most used among them.
  suggestions.sort((a, b) => Number(fold(b.label).startsWith(typed)) - Number(fold(a.label).startsWith(typed)));
  return suggestions.slice(0, request.limit ?? 10);
}

const mostConsidered = 500;

/** The label in which most of the typed text stands; of equals the one in the language of the page. */
function bestLabel(
  labels: Readonly<Record<string, string>>,
  query: Query,
  preferred: string | undefined,
): Pick<Suggestion, 'label' | 'language' | 'ranges'> {
  const marked = Object.entries(labels).map(([language, label]) => {
    const ranges = highlight(label, query, { stems: false });
    const length = ranges.reduce((sum, range) => sum + range.end - range.start, 0);
    return { language, label, ranges, length };
  });
  marked.sort((a, b) => b.length - a.length || Number(b.language === preferred) - Number(a.language === preferred));
  const [best] = marked;
  return { language: best?.language ?? '', label: best?.label ?? '', ranges: best?.ranges ?? [] };
}
