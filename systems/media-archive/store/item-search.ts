import { jsonb, type Database, type Transaction } from '@altis/database';
import { defineSearchIndex } from '@altis/search';
import { facetNames } from '../contract/index.ts';
import { isShown, type ByLanguage, type Item } from '../domain/item.ts';
import { labelsOfItem, searchDocument } from '../domain/search-document.ts';
import type { Tables } from './tables.ts';

/** Everything that items are found by. Names count most: people are what viewers look for. */
export const itemSearch = defineSearchIndex({
  name: 'item',
  fields: {
    title: { weight: 3 },
    sentence: {},
    names: { weight: 4, names: true },
    unit: {},
    organisations: { names: true },
    file: { names: true },
  },
  facets: facetNames,
});

/** Makes an item findable as it is now; one that is withdrawn or has no picture yet is not found. */
export async function indexItem(trx: Transaction<Tables>, item: Item): Promise<void> {
  if (item.state === 'withdrawn' || !isShown(item)) {
    await itemSearch.remove(trx, item.id);
    return;
  }
  await itemSearch.put(trx, searchDocument(item));
  const labels = labelsOfItem(item);
  if (labels.length === 0) return;
  await itemSearch.putLabels(trx, labels);
  await trx
    .insertInto('label')
    .values(distinct(labels).map(({ facet, value, labels: names }) => ({ facet, value, labels: jsonb(names) })))
    .onConflict((conflict) =>
      conflict.columns(['facet', 'value']).doUpdateSet((set) => ({ labels: set.ref('excluded.labels') })),
    )
    .execute();
}

/** The names of facet values, as `facet value` → labels. */
export async function readLabels(
  db: Database<Tables>,
  wanted: readonly { readonly facet: string; readonly value: string }[],
): Promise<ReadonlyMap<string, ByLanguage>> {
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('label')
    .selectAll()
    .where('value', 'in', [...new Set(wanted.map(({ value }) => value))])
    .execute();
  return new Map(rows.map(({ facet, value, labels }) => [`${facet} ${value}`, labels]));
}

/** Sorted, so that two writers do not wait for each other crosswise. */
function distinct<Label extends { readonly facet: string; readonly value: string }>(labels: readonly Label[]): Label[] {
  const byKey = new Map(labels.map((label) => [`${label.facet} ${label.value}`, label]));
  return [...byKey].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, label]) => label);
}
