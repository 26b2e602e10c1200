import { implementContract } from '@altis/http';
import type { Room } from '@altis/system';
import { mediaArchive } from '../contract/index.ts';
import type { ByLanguage } from '../domain/item.ts';
import { labelIn } from '../domain/search-document.ts';
import { itemSearch, readLabels } from '../store/item-search.ts';
import { findItems } from '../store/items.ts';
import type { Tables } from '../store/tables.ts';
import { presentItem } from './present-item.ts';

const os = implementContract(mediaArchive.contract).search;
const dayMs = 86_400_000;

export function searchRoutes(room: Room<Tables>) {
  return {
    find: os.find.handler(async ({ input }) => {
      const { text, from, to, order, language, limit, cursor, athlete, organisation, discipline, action, kind } = input;
      const chips = { athlete, organisation, discipline, action, kind };
      const found = await itemSearch.search(room.db, {
        ...(text === undefined ? {} : { text }),
        filters: Object.fromEntries(Object.entries(chips).map(([facet, values = []]) => [facet, values])),
        dateRange: {
          ...(from === undefined ? {} : { fromMs: Date.parse(from) }),
          ...(to === undefined ? {} : { toMs: Date.parse(to) + dayMs }),
        },
        order,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
        highlightLanguages: [language, 'und'],
      });
      const items = await findItems(
        room.db,
        found.items.map(({ id }) => id),
      );
      const highlights = new Map(found.items.map((item) => [item.id, item.highlights]));
      return {
        items: items.map((item) => ({
          ...presentItem(item),
          highlights: Object.fromEntries(
            (highlights.get(item.id) ?? [])
              .filter(({ field }) => field === 'title' || field === 'sentence')
              .map(({ field, ranges }) => [field, ranges.map(({ start, end }) => ({ start, end }))]),
          ),
        })),
        total: { count: found.total, isExact: found.totalIsExact },
        facets: await withLabels(room, found.facetCounts, language),
        next: found.nextCursor ?? null,
      };
    }),

    suggest: os.suggest.handler(async ({ input }) => {
      const { prefix, facet, language, limit } = input;
      const facets = facet === undefined ? {} : { facets: [facet] };
      const suggestions = await itemSearch.suggest(room.db, { text: prefix, language, limit, ...facets });
      return { items: suggestions.map(({ facet: name, value, label }) => ({ facet: name, value, label })) };
    }),
  };
}

type FacetCounts = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;

async function withLabels(room: Room<Tables>, counts: FacetCounts, language: string) {
  const wanted = Object.entries(counts).flatMap(([facet, values]) => values.map(({ value }) => ({ facet, value })));
  const labels: ReadonlyMap<string, ByLanguage> = await readLabels(room.db, wanted);
  const named = (facet: string, values: FacetCounts[string]) =>
    values.map(({ value, count }) => ({
      value,
      count,
      label: labelIn(labels.get(`${facet} ${value}`), language, value),
    }));
  return Object.fromEntries(Object.entries(counts).map(([facet, values]) => [facet, named(facet, values)]));
}
