import { jsonb, sql, type Database, type Selectable, type Transaction } from '@altis/database';
import { isShown, type Item, type ShownItem } from '../domain/item.ts';
import { indexItem } from './item-search.ts';
import type { ItemRow, Tables } from './tables.ts';

type Db = Database<Tables> | Transaction<Tables>;

export async function findItem(db: Db, id: string): Promise<Item | undefined> {
  const row = await db.selectFrom('item').selectAll().where('id', '=', id).executeTakeFirst();
  return row && itemOf(row);
}

/** The same, locked until the transaction ends. */
export async function lockItem(trx: Transaction<Tables>, id: string): Promise<Item | undefined> {
  const row = await trx.selectFrom('item').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && itemOf(row);
}

/** The shown items among these, in the order asked for; one that was withdrawn a moment ago is left out. */
export async function findItems(db: Db, ids: readonly string[]): Promise<ShownItem[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('item').selectAll().where('id', 'in', ids).where('state', '=', 'kept').execute();
  const byId = new Map(rows.map((row) => [row.id, itemOf(row)]));
  return ids.map((id) => byId.get(id)).filter(isShown);
}

/** Ids in their order, those after one. */
export async function listItemIds(db: Db, after: string): Promise<string[]> {
  const rows = await db.selectFrom('item').select('id').where('id', '>', after).orderBy('id').limit(500).execute();
  return rows.map(({ id }) => id);
}

/** The item of a moment, for the one transaction at a time that may write it. */
export async function lockItemOfMoment(trx: Transaction<Tables>, moment: string): Promise<Item | undefined> {
  await lockName(trx, moment);
  const row = await trx.selectFrom('item').selectAll().where('moment', '=', moment).forUpdate().executeTakeFirst();
  return row && itemOf(row);
}

/** The recording of a session, locked until the transaction ends. */
export async function lockItemOfSession(trx: Transaction<Tables>, session: string): Promise<Item | undefined> {
  const row = await trx
    .selectFrom('item')
    .selectAll()
    .where('kind', '=', 'asset')
    .where('session', '=', session)
    .forUpdate()
    .executeTakeFirst();
  return row && itemOf(row);
}

/** The oldest asset with these very bytes. */
export async function findAsset(db: Db, original: string): Promise<Item | undefined> {
  const row = await db
    .selectFrom('item')
    .selectAll()
    .where('kind', '=', 'asset')
    .where('original', '=', original)
    .orderBy('imported_at')
    .orderBy('id')
    .executeTakeFirst();
  return row && itemOf(row);
}

/** Of two transactions that take the same thing in, the second waits here until the first has ended. */
export async function lockName(trx: Transaction<Tables>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`media-archive ${name}`}, 0))`.execute(trx);
}

/** Keeps an item as it is now, and what the search knows of it. */
export async function writeItem(trx: Transaction<Tables>, item: Item): Promise<void> {
  const values = {
    state: item.state,
    file_name: item.fileName,
    session: item.session,
    revision: item.revision,
    clip_revision: item.clipRevision,
    facts: jsonb(item.facts),
    original: item.media?.original ?? null,
    media: item.media === null ? null : jsonb(item.media),
  };
  await trx
    .insertInto('item')
    .values({ id: item.id, kind: item.kind, moment: item.moment, imported_at: item.importedAt, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  await indexItem(trx, item);
}

function itemOf(row: Selectable<ItemRow>): Item {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: row.file_name,
    moment: row.moment,
    session: row.session,
    revision: row.revision,
    clipRevision: row.clip_revision,
    importedAt: row.imported_at.toISOString(),
    facts: row.facts,
    media: row.media,
  };
}
