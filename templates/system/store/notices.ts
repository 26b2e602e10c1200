import type { Database, Selectable, Transaction } from '@altis/database';
import type { NoticeRow, Tables } from './tables.ts';

export type StoredNotice = Selectable<NoticeRow>;
type Db = Database<Tables> | Transaction<Tables>;

export const listNotices = (db: Db, limit: number): Promise<StoredNotice[]> =>
  db.selectFrom('notice').selectAll().orderBy('posted_at', 'desc').orderBy('id', 'desc').limit(limit).execute();

export const addNotice = (trx: Transaction<Tables>, id: string, text: string): Promise<StoredNotice> =>
  trx.insertInto('notice').values({ id, text, reading_time_ms: null }).returningAll().executeTakeFirstOrThrow();

export const findNotice = (db: Db, id: string): Promise<StoredNotice | undefined> =>
  db.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst();

export async function keepReadingTime(trx: Transaction<Tables>, id: string, readingTimeMs: number): Promise<void> {
  await trx.updateTable('notice').set({ reading_time_ms: readingTimeMs }).where('id', '=', id).execute();
}
