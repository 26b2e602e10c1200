import { problem } from '@altis/kernel';
import type { Clause, Query } from '@altis/lexical-search';
import { facetLexeme, quoteLexeme } from './lexemes.ts';
import type { SearchIndexDefinition } from './search-index-definition.ts';

/** Values of facets: any of the values of one facet, and all of the facets. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/**
 * A query and filters as the text of one `tsquery`, so that the index intersects words and facets in one go;
 * undefined when everything matches.
 */
export function matchExpression(query: Query, filters: readonly (readonly string[])[]): string | undefined {
  const clauses = query.clauses.filter((clause) => clause.required).map(clauseExpression);
  const facets = filters.map((values) => anyOf(values.map(quoteLexeme)));
  const all = [...clauses, ...facets];
  return all.length > 0 ? all.join(' & ') : undefined;
}

/** The lexemes of each filtered facet. */
export function filterLexemes(filters: Filters, definition: SearchIndexDefinition): string[][] {
  return Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]) => {
      if (!definition.facets.includes(facet)) {
        throw problem('INVALID_INPUT', `There is no facet "${facet.slice(0, 50)}" to filter by.`, {
          remedy: `Use one of: ${definition.facets.join(', ')}.`,
        });
      }
      // A value that no document can have stays in the filter, so that it finds nothing rather than everything.
      return values.slice(0, mostValues).map((value) => facetLexeme(facet, value) ?? impossibleLexeme);
    });
}

const mostValues = 500;
const impossibleLexeme = '\u001f';

function clauseExpression(clause: Clause): string {
  if (clause.kind === 'phrase') {
    return `(${clause.terms
      .map(({ term, offset }, index) => {
        const before = clause.terms[index - 1];
        return before ? `<${offset - before.offset}> ${quoteLexeme(term)}` : quoteLexeme(term);
      })
      .join(' ')})`;
  }
  return anyOf(clause.alternatives.map(({ term, prefix }) => `${quoteLexeme(term)}${prefix ? ':*' : ''}`));
}

function anyOf(expressions: readonly string[]): string {
  return `(${expressions.join(' | ')})`;
}
