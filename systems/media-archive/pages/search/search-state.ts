import { facetNames } from '../../contract/index.ts';

/** One condition; `from` and `to` are days, all others values of a facet. */
type Condition = { readonly field: ConditionField; readonly value: string };
export type ConditionField = (typeof conditionFields)[number];
export const conditionFields = [...facetNames, 'from', 'to'] as const;

/** A search as the address of its page tells it. */
export type SearchState = {
  readonly text: string;
  readonly conditions: readonly Condition[];
  readonly order: 'relevance' | 'newest';
};

/** Reads `q`, `filter` (`athlete:101,from:2026-02-10`) and `order`; what is none of these is left out. */
export function readSearch(parameters: {
  readonly q?: string;
  readonly filter?: string;
  readonly order?: string;
}): SearchState {
  const conditions = (parameters.filter ?? '').split(',').flatMap((part): Condition[] => {
    const [name = '', value = ''] = part.split(/:(.*)/s);
    const field = conditionFields.find((each) => each === name);
    return field === undefined || value === '' ? [] : [{ field, value: decodeURIComponent(value) }];
  });
  return { text: parameters.q ?? '', conditions, order: parameters.order === 'newest' ? 'newest' : 'relevance' };
}

/** The path of the page that shows a search. */
export function searchPath({ text = '', conditions = [], order = 'relevance' }: Partial<SearchState>): string {
  const parameters = new URLSearchParams();
  if (text !== '') parameters.set('q', text);
  const filter = conditions.map(({ field, value }) => `${field}:${value.replaceAll(/[%,]/g, encodeURIComponent)}`);
  if (filter.length > 0) parameters.set('filter', filter.join(','));
  if (order !== 'relevance') parameters.set('order', order);
  return parameters.size === 0 ? '/archive' : `/archive?${parameters.toString()}`;
}

/** The search as the route `search.find` takes it. */
export function searchInput({ text, conditions, order }: SearchState, language: string) {
  const valuesOf = (field: ConditionField): string[] =>
    conditions.filter((condition) => condition.field === field).map(({ value }) => value);
  const facets = facetNames.flatMap((facet) => (valuesOf(facet).length > 0 ? [[facet, valuesOf(facet)] as const] : []));
  const [from] = valuesOf('from').slice(-1);
  const [to] = valuesOf('to').slice(-1);
  return {
    ...(text === '' ? {} : { text }),
    ...(Object.fromEntries(facets) as Partial<Record<(typeof facetNames)[number], string[]>>),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    order,
    language,
    limit: 30,
  };
}
