import { problem } from '@altis/kernel';
import type { Database, Transaction } from '@altis/database';
import type { SearchDocument } from './prepare-document.ts';
import { searchDocuments, type SearchRequest, type SearchResult } from './search-documents.ts';
import { putLabels, suggestLabels, type FacetLabel, type SuggestRequest, type Suggestion } from './suggest-labels.ts';
import { isIndexName, tablesOf } from './index-tables.ts';
import type { IndexSetup, SearchIndexDefinition } from './search-index-definition.ts';
import { putDocuments, removeDocuments } from './write-documents.ts';

/** A search index inside the caller's own schema: what a transaction writes is found as soon as it commits. */
export interface SearchIndex {
  /** Adds documents or replaces those of the same id. Many in one call are many times faster than one by one. */
  put<Tables>(trx: Transaction<Tables>, documents: SearchDocument | readonly SearchDocument[]): Promise<void>;
  /** Removes documents; unknown ids are ignored. */
  remove<Tables>(trx: Transaction<Tables>, ids: string | readonly string[]): Promise<void>;
  /** Names values of facets in any languages, for `suggest`. Replaces earlier labels of the same value. */
  putLabels<Tables>(trx: Transaction<Tables>, labels: FacetLabel | readonly FacetLabel[]): Promise<void>;
  /** @throws Problem `INVALID_INPUT` for an unknown facet, a bad limit or a foreign cursor. */
  search<Tables>(db: Database<Tables>, request: SearchRequest): Promise<SearchResult>;
  /** Facet values with a label in which a word begins as typed, for chips: most used first. */
  suggest<Tables>(db: Database<Tables>, request: SuggestRequest): Promise<Suggestion[]>;
}

/**
 * Defines an index over the tables that `searchMigration(name)` created.
 * @throws Problem `INVALID_INPUT` for a name that cannot be part of a table name or a facet.
 */
export function defineSearchIndex(definition: SearchIndexDefinition): SearchIndex {
  for (const name of [definition.name, ...Object.keys(definition.fields), ...definition.facets]) {
    if (!isIndexName(name)) {
      throw problem('INVALID_INPUT', `The search name "${name}" is not a plain word.`, {
        remedy: 'Use up to 30 letters, digits and underscores, beginning with a letter.',
      });
    }
  }
  const setup: IndexSetup = { ...definition, tables: tablesOf(definition.name) };
  return {
    put: (trx, documents) => putDocuments(trx, setup, asList(documents)),
    remove: (trx, ids) => removeDocuments(trx, setup.tables, asList(ids)),
    putLabels: (trx, labels) => putLabels(trx, setup, asList(labels)),
    search: (db, request) => searchDocuments(db, setup, request),
    suggest: (db, request) => suggestLabels(db, setup, request),
  };
}

function asList<Item>(items: Item | readonly Item[]): readonly Item[] {
  return Array.isArray(items) ? (items as readonly Item[]) : [items as Item];
}
