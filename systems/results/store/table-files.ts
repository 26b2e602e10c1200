import { jsonb, type Database } from '@altis/database';
import type { ObjectId } from '@altis/storage';
import type { KeptMapping } from '../contract/index.ts';
import type { ResultsTables } from './tables.ts';

/** A start list or result list as it was sent. */
export type TableFile = { readonly id: string; readonly name: string; readonly object: ObjectId };

/** Most mappings that are listed. */
const mostMappings = 100;

export async function keepTableFile(db: Database<ResultsTables>, file: TableFile, receivedAt: Date): Promise<void> {
  await db
    .insertInto('table_file')
    .values({ ...file, received_at: receivedAt })
    .execute();
}

export async function findTableFile(db: Database<ResultsTables>, id: string): Promise<TableFile | undefined> {
  return db.selectFrom('table_file').select(['id', 'name', 'object']).where('id', '=', id).executeTakeFirst();
}

export async function listMappings(db: Database<ResultsTables>): Promise<KeptMapping[]> {
  const rows = await db.selectFrom('table_mapping').selectAll().orderBy('name').limit(mostMappings).execute();
  return rows.map(({ name, columns, mapping }) => ({ name, columns: [...columns], mapping }));
}

/** Keeps a mapping under its name; one of that name before is gone. */
export async function keepMapping(db: Database<ResultsTables>, { name, columns, mapping }: KeptMapping): Promise<void> {
  const row = { columns: jsonb<readonly string[]>(columns), mapping: jsonb(mapping) };
  await db
    .insertInto('table_mapping')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

export async function forgetMapping(db: Database<ResultsTables>, name: string): Promise<void> {
  await db.deleteFrom('table_mapping').where('name', '=', name).execute();
}
