import type { FieldScoring } from '@altis/lexical-search';
import type { IndexTables } from './index-tables.ts';

/** What is searched: the fields of a document with their weights, and the facets it can be filtered by. */
export type SearchIndexDefinition = {
  /** The name given to `searchMigration`: `clip` keeps its tables as `clip_search_…`. */
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  readonly facets: readonly string[];
};

/** How a field counts. `names: true` for fields of proper names, which keep their endings. */
export type FieldDefinition = Partial<FieldScoring> & { readonly names?: boolean };

/** The definition with its tables, as the functions of this package pass it on. */
export type IndexSetup = SearchIndexDefinition & { readonly tables: IndexTables };
