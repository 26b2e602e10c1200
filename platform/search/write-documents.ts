import { jsonb, sql, type Transaction } from '@altis/database';
import type { IndexTables } from './index-tables.ts';
import { prepareDocument, type DocumentRow, type SearchDocument } from './prepare-document.ts';
import type { IndexSetup } from './search-index-definition.ts';
import { createFieldTokeniser } from './tokenise-field.ts';
import { countChanges } from './term-statistics.ts';

/** Adds or replaces documents, a few hundred in each statement. */
export async function putDocuments<Tables>(
  trx: Transaction<Tables>,
  setup: IndexSetup,
  documents: readonly SearchDocument[],
): Promise<void> {
  // The last of several with one id counts; a fixed order keeps two writers from waiting for each other.
  const distinct = [...new Map(documents.map((document) => [document.id, document])).values()];
  distinct.sort((a, b) => (a.id < b.id ? -1 : 1));
  const tokenise = createFieldTokeniser(setup);
  for (let start = 0; start < distinct.length; start += batchSize) {
    const rows = distinct.slice(start, start + batchSize).map((document) => prepareDocument(document, setup, tokenise));
    await putBatch(trx, setup.tables, rows);
  }
}

/** Takes documents out of the index; ids that are not in it are no error. */
export async function removeDocuments<Tables>(
  trx: Transaction<Tables>,
  tables: IndexTables,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with gone as (delete from ${tables.documents} where id = any(${ids}) returning tokens)
    insert into ${tables.changes} (step, lexemes) select -1, tsvector_to_array(tokens) from gone`.execute(trx);
  await countChanges(trx, tables);
}

const batchSize = 250;

async function putBatch<Tables>(
  trx: Transaction<Tables>,
  tables: IndexTables,
  rows: readonly DocumentRow[],
): Promise<void> {
  const ids = rows.map((row) => row.id);
  await sql`
    insert into ${tables.changes} (step, lexemes)
    select -1, tsvector_to_array(tokens) from
      (select tokens from ${tables.documents} where id = any(${ids}) order by id for update) as replaced`.execute(trx);
  await sql`
    with put as (
      insert into ${tables.documents} (id, date_ms, facets, scores, tokens, fields)
      select id, date_ms, facets, decode(scores, 'base64'), tokens::tsvector, fields
      from jsonb_to_recordset(${jsonb(rows)})
        as row (id text, date_ms bigint, facets text[], scores text, tokens text, fields jsonb)
      on conflict (id) do update set date_ms = excluded.date_ms, facets = excluded.facets,
        scores = excluded.scores, tokens = excluded.tokens, fields = excluded.fields
      returning tokens
    )
    insert into ${tables.changes} (step, lexemes) select 1, tsvector_to_array(tokens) from put`.execute(trx);
  await countChanges(trx, tables);
}
