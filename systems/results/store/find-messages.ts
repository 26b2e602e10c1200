import { sql, type Database, type Selectable, type Transaction } from '@altis/database';
import type { VersionStamp } from '@altis/odf';
import type { ObjectId } from '@altis/storage';
import type { KeptMessage } from '../contract/index.ts';
import type { ResultsTables } from './tables.ts';

export type MessageFilter = {
  readonly outcome?: KeptMessage['outcome'] | undefined;
  readonly feed?: KeptMessage['feed'] | undefined;
  readonly source?: string | undefined;
  /** Words in the reason of a refusal. */
  readonly reason?: string | undefined;
  readonly unit?: string | undefined;
  readonly limit: number;
  /** Id of the last message of the page before. */
  readonly before?: string | undefined;
};

/** Messages as they came in, newest first. */
export async function listMessages(
  db: Database<ResultsTables>,
  { outcome, feed, source, reason, unit, limit, before }: MessageFilter,
): Promise<{ items: KeptMessage[]; next: string | null }> {
  let query = db
    .selectFrom('message')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (feed !== undefined) query = query.where('feed', '=', feed);
  if (source !== undefined) query = query.where('source', '=', source);
  if (reason !== undefined) query = query.where(sql<boolean>`position(${reason} in reason) > 0`);
  if (unit !== undefined) query = query.where('document_code', '=', unit);
  if (before !== undefined) query = query.where('id', '<', before);
  const rows = await query.execute();
  const items = rows.slice(0, limit).map(presentMessage);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One message with the object that holds its bytes. */
export async function findMessage(
  db: Database<ResultsTables>,
  id: string,
): Promise<{ kept: KeptMessage; object: ObjectId } | undefined> {
  const row = await db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { kept: presentMessage(row), object: row.object };
}

/** What there was before a message. */
export type Past = {
  /** The message with exactly these bytes that was taken in before. */
  readonly twin: KeptMessage | undefined;
  /** The stamp of the message that is held for its key. */
  readonly held: Pick<VersionStamp, 'version' | 'digest'> | undefined;
  /** The Games that this installation has adopted. */
  readonly competition: string | undefined;
};

/** What there was before a message with these bytes and this key, in one query: every message asks for it. */
export async function findPast(
  db: Database<ResultsTables>,
  { object, versionKey }: { readonly object: ObjectId; readonly versionKey: string },
): Promise<Past> {
  type Twin = Selectable<ResultsTables['message']> | { id: null };
  const { rows } = await sql<
    Twin & { held_version: number | null; held_digest: string | null; adopted: string | null }
  >`
    select twin.*, held.version as held_version, held.digest as held_digest, (select code from competition) as adopted
    from (values (true)) as one
    left join lateral (
      select version, digest from message
      where version_key = ${versionKey} and outcome in ('new', 'replaces') order by version desc, id limit 1
    ) as held on true
    left join lateral (
      select * from message where object = ${object} and outcome <> 'refused' order by id limit 1
    ) as twin on true`.execute(db);
  const [row] = rows;
  const version = row?.held_version;
  return {
    twin: row === undefined || row.id === null ? undefined : presentMessage(row),
    held: typeof version === 'number' ? { version, digest: row?.held_digest ?? '' } : undefined,
    competition: row?.adopted ?? undefined,
  };
}

/** Notes of a refused message that another with the same bytes was taken in. */
export async function settleDuplicate(trx: Transaction<ResultsTables>, id: string, twin: string): Promise<void> {
  const { feed, competition, document_type, document_code, version, sent_at } = await trx
    .selectFrom('message')
    .selectAll()
    .where('id', '=', twin)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('message')
    .set({ feed, competition, document_type, document_code, version, sent_at })
    .set({ outcome: 'duplicate', reason: null, remedy: null })
    .where('id', '=', id)
    .execute();
}

/** Notes of a message that it was taken in only now. */
export async function noteTaken(trx: Transaction<ResultsTables>, id: string): Promise<void> {
  await trx
    .updateTable('message')
    .set({ taken: sql<number>`default` })
    .where('id', '=', id)
    .execute();
}

/** The stamp of the message that is held for a key, and who sent it. */
export async function findHeldStamp(
  db: Database<ResultsTables>,
  versionKey: string,
): Promise<{ readonly version: number; readonly source: string | null } | undefined> {
  return db
    .selectFrom('message')
    .select(['version', 'source'])
    .where('version_key', '=', versionKey)
    .where('outcome', 'in', ['new', 'replaces'])
    .orderBy('version', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export function presentMessage(row: Omit<Selectable<ResultsTables['message']>, 'taken'>): KeptMessage {
  return {
    id: row.id,
    competition: row.competition,
    documentType: row.document_type,
    documentSubtype: row.document_subtype,
    documentSubcode: row.document_subcode,
    documentCode: row.document_code,
    version: row.version,
    feed: row.feed,
    outcome: row.outcome,
    reason: row.reason,
    remedy: row.remedy,
    warnings: [...row.warnings],
    source: row.source,
    origin: row.origin,
    issuedAt: row.sent_at,
    receivedAt: row.received_at.toISOString(),
    sizeBytes: row.size_bytes,
  };
}
