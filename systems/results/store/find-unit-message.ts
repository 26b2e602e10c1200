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
