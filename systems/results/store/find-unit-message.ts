import type { Database } from '@altis/database';
import type { ObjectId } from '@altis/storage';
import type { ResultsTables } from './tables.ts';

/** The results message of a unit that holds, as it came: of the production feed, with the highest version. */
export async function findUnitMessage(
  db: Database<ResultsTables>,
  unit: string,
): Promise<{ object: ObjectId; version: number } | undefined> {
  return db
    .selectFrom('message')
    .select(['object', 'version'])
    .where('document_code', '=', unit)
    .where('document_type', '=', 'DT_RESULT')
    .where('feed', '=', 'production')
    .where('outcome', 'in', ['new', 'replaces'])
    .orderBy('version', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** The results messages of all units of an event that hold, as they came: of each unit the one with the highest version. */
export async function findEventMessages(
  db: Database<ResultsTables>,
  event: string,
): Promise<{ id: string; object: ObjectId; documentType: string; receivedAt: Date }[]> {
  return db
    .selectFrom('message')
    .innerJoin('unit', 'unit.rsc', 'message.document_code')
    .distinctOn('message.document_code')
    .select(['message.id', 'object', 'document_type as documentType', 'received_at as receivedAt'])
    .where('unit.event', '=', event)
    .where('document_type', '=', 'DT_RESULT')
    .where('feed', '=', 'production')
    .where('outcome', 'in', ['new', 'replaces'])
    .orderBy('message.document_code')
    .orderBy('version', 'desc')
    .orderBy('message.id')
    .execute();
}
