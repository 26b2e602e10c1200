import { problem } from '@altis/kernel';
import { sql, type Migrations } from '@altis/database';
import { isIndexName, tablesOf } from './index-tables.ts';

/**
 * The migration that creates the tables of a search index in the schema of the system that owns the documents:
 * `migrations: { '0001_initial': …, '0002_search': searchMigration('clip') }`.
 */
export function searchMigration(name: string): Migrations[string] {
  if (!isIndexName(name)) throw problem('INVALID_INPUT', `"${name}" cannot name a search index.`);
  const { documents, terms, changes, labels } = tablesOf(name);
  const index = (suffix: string) => sql.id(`${name}_search_${suffix}`);
  return async (db) => {
    // Large columns move out of the row, so that reading thousands of rows for their scores and facets stays cheap.
    await sql`
      create table ${documents} (
        number bigint generated always as identity primary key,
        id text collate "C" not null unique,
        date_ms bigint not null,
        facets text[] collate "C" not null,
        scores bytea not null,
        tokens tsvector not null,
        fields jsonb not null
      ) with (toast_tuple_target = 1400)`.execute(db);
    await sql`
      alter table ${documents}
        alter tokens set storage external, alter scores set storage main, alter facets set storage main`.execute(db);
    // A short pending list keeps corrections cheap without making every search read a long one.
    await sql`
      create index ${index('tokens')} on ${documents} using gin (tokens) with (gin_pending_list_limit = 1024)`.execute(
      db,
    );
    await sql`create index ${index('date')} on ${documents} (date_ms desc, number desc)`.execute(db);
    await sql`create table ${terms} (term text collate "C" primary key, documents bigint not null)`.execute(db);
    await sql`create index ${index('term_end')} on ${terms} (reverse(term))`.execute(db);
    await sql`
      create table ${changes} (
        number bigint generated always as identity primary key,
        step smallint not null,
        lexemes text[] collate "C" not null
      )`.execute(db);
    await sql`
      create table ${labels} (
        facet text collate "C" not null,
        value text collate "C" not null,
        labels jsonb not null,
        tokens tsvector not null,
        primary key (facet, value)
      )`.execute(db);
    await sql`create index ${index('label_tokens')} on ${labels} using gin (tokens)`.execute(db);
  };
}
