import { jsonb, sql, type Database, type Selectable, type Transaction } from '@altis/database';
import type { FeedArchive } from '../contract/index.ts';
import type { FeedTables } from './feed-tables.ts';
import type { ResultsTables } from './tables.ts';

export type ArchiveRow = Selectable<FeedTables['archive']>;

/** Keeps an archive that is to be taken in by a job. */
export async function keepArchive(
  trx: Transaction<ResultsTables>,
  archive: Pick<ArchiveRow, 'id' | 'name' | 'object' | 'size_bytes' | 'received_at' | 'job'>,
): Promise<void> {
  await trx.insertInto('archive').values(archive).execute();
}

export async function findArchive(db: Database<ResultsTables>, id: string): Promise<ArchiveRow | undefined> {
  return db.selectFrom('archive').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Archives that were brought in, the newest first. */
export async function listArchives(db: Database<ResultsTables>, limit: number): Promise<ArchiveRow[]> {
  return db.selectFrom('archive').selectAll().orderBy('id', 'desc').limit(limit).execute();
}

/** Notes how far an archive is taken in. */
export async function noteArchive(
  trx: Transaction<ResultsTables>,
  id: string,
  { outcomes, faults, faultCount }: Pick<FeedArchive, 'outcomes' | 'faults' | 'faultCount'>,
): Promise<void> {
  await trx
    .updateTable('archive')
    .set({ outcomes: jsonb(outcomes), faults: jsonb(faults), fault_count: faultCount })
    .where('id', '=', id)
    .execute();
}

export type ArchivedMessage = Pick<
  Selectable<ResultsTables['message']>,
  'id' | 'received_at' | 'document_type' | 'object'
>;

/** How many messages came from an instant to another, those aside that were refused. */
export async function countArrived(db: Database<ResultsTables>, from: Date, to: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from message
    where received_at >= ${from} and received_at < ${to} and outcome <> 'refused'`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Messages that came from an instant to another, those aside that were refused, in the order in which they came. */
export async function* listArrived(db: Database<ResultsTables>, from: Date, to: Date): AsyncGenerator<ArchivedMessage> {
  for (let after = ''; ;) {
    const page = await db
      .selectFrom('message')
      .select(['id', 'received_at', 'document_type', 'object'])
      .where('received_at', '>=', from)
      .where('received_at', '<', to)
      .where('outcome', '!=', 'refused')
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute();
    yield* page;
    after = page.at(-1)?.id ?? '';
    if (page.length < 500) return;
  }
}
