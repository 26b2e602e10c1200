import { jsonb, type Database, type Selectable, type Transaction } from '@altis/database';
import type { SessionVideo } from './session-video.ts';
import type { SessionRow, Tables } from './tables.ts';

export type StoredSession = Selectable<SessionRow>;
export type PreparedSession = StoredSession & { readonly state: 'ready'; readonly video: SessionVideo };
type Db = Database<Tables> | Transaction<Tables>;

export function isPrepared(session: StoredSession): session is PreparedSession {
  return session.state === 'ready' && session.video !== null;
}

export const findSession = (db: Db, id: string): Promise<StoredSession | undefined> =>
  db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();

/** The same, locked until the transaction ends: whoever describes a session does so alone. */
export const lockSession = (trx: Transaction<Tables>, id: string): Promise<StoredSession | undefined> =>
  trx.selectFrom('session').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const lockSessionsOfUnit = (trx: Transaction<Tables>, unit: string): Promise<StoredSession[]> =>
  trx.selectFrom('session').selectAll().where('unit', '=', unit).orderBy('id').forUpdate().execute();

export const listSessions = (db: Db, limit: number): Promise<StoredSession[]> =>
  db.selectFrom('session').selectAll().orderBy('created_at', 'desc').limit(limit).execute();

export type NewSession = Pick<
  StoredSession,
  'id' | 'unit' | 'discipline' | 'title' | 'file_name' | 'original' | 'starts_at' | 'job'
>;

export async function addSession(trx: Transaction<Tables>, session: NewSession): Promise<StoredSession> {
  return trx
    .insertInto('session')
    .values({ ...session, state: 'preparing', video: null })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function markPrepared(
  trx: Transaction<Tables>,
  id: string,
  video: SessionVideo,
): Promise<PreparedSession> {
  const session = await trx
    .updateTable('session')
    .set({ state: 'ready', video: jsonb(video) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { ...session, state: 'ready', video };
}

export async function moveSession(trx: Transaction<Tables>, id: string, startsAt: string): Promise<StoredSession> {
  return trx
    .updateTable('session')
    .set({ starts_at: startsAt })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
