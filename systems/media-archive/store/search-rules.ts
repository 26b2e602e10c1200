import type { Database } from '@altis/database';
import { rulesVersion } from '@altis/search';
import type { Tables } from './tables.ts';

/** Whether items may be in the index by older rules of words than those that queries are read by. */
export async function isIndexOutdated(db: Database<Tables>): Promise<boolean> {
  const { version } = await db.selectFrom('search_rules').select('version').executeTakeFirstOrThrow();
  return version < rulesVersion;
}

/** Notes that the whole index is written by the rules of now. */
export async function noteIndexRules(db: Database<Tables>): Promise<void> {
  await db.updateTable('search_rules').set({ version: rulesVersion }).execute();
}
