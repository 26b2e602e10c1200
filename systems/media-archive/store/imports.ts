import type { Database, Selectable, Transaction } from '@altis/database';
import type { ImportRow, Tables } from './tables.ts';

export type StoredImport = Selectable<ImportRow>;
type Db = Database<Tables> | Transaction<Tables>;

export type NewImport = Pick<StoredImport, 'id' | 'file_name' | 'upload' | 'path' | 'job'>;

export const addImport = (trx: Transaction<Tables>, row: NewImport): Promise<StoredImport> =>
  trx
    .insertInto('import')
    .values({ ...row, item: null })
    .returningAll()
    .executeTakeFirstOrThrow();

export const findImport = (db: Db, id: string): Promise<StoredImport | undefined> =>
  db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst();

/** The last import of an upload: a repeated request leads to it. */
export const findImportOfUpload = (db: Db, upload: string): Promise<StoredImport | undefined> =>
  db
    .selectFrom('import')
    .selectAll()
    .where('upload', '=', upload)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();

export const listImports = (db: Db, limit: number): Promise<StoredImport[]> =>
  db.selectFrom('import').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();

export async function finishImport(
  trx: Transaction<Tables>,
  id: string,
  { item, isDuplicate }: { readonly item: string; readonly isDuplicate: boolean },
): Promise<void> {
  await trx.updateTable('import').set({ item, is_duplicate: isDuplicate }).where('id', '=', id).execute();
}
