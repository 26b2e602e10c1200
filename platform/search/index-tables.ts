import { sql, type RawBuilder } from '@altis/database';

/** The tables of one index, as identifiers for SQL. */
export type IndexTables = {
  readonly name: string;
  /** One row a document: its tokens, what each adds to a score, its facets and original text. */
  readonly documents: RawBuilder<unknown>;
  /** How many documents have a term; the empty term counts all documents. */
  readonly terms: RawBuilder<unknown>;
  /** Documents that came or went and are not yet counted in `terms`. */
  readonly changes: RawBuilder<unknown>;
  /** Names of facet values. */
  readonly labels: RawBuilder<unknown>;
};

/** The tables of an index in the caller’s schema. */
export function tablesOf(name: string): IndexTables {
  return {
    name,
    documents: sql.id(`${name}_search_document`),
    terms: sql.id(`${name}_search_term`),
    changes: sql.id(`${name}_search_change`),
    labels: sql.id(`${name}_search_label`),
  };
}

/** Whether a name can be part of table names: letters, digits and `_`, at most 30. */
export function isIndexName(name: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9_]{0,29}$/.test(name);
}
