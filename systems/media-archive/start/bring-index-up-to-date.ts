import { runInTransaction } from '@altis/database';
import { rulesVersion } from '@altis/search';
import type { Room } from '@altis/system';
import { isIndexOutdated } from '../store/search-rules.ts';
import type { Tables } from '../store/tables.ts';

/**
 * After a new version of Altis that makes other terms of words: has the index written anew, once, in the background. Until
 * then items are found as well as the old terms allow.
 */
export async function bringIndexUpToDate({ db, jobs }: Room<Tables>): Promise<() => Promise<void>> {
  if (await isIndexOutdated(db)) {
    const options = { title: 'Search index of the archive for this version of Altis', key: `rules ${rulesVersion}` };
    await runInTransaction(db, (trx) => jobs.enqueue(trx, 'rebuild-index', {}, options));
  }
  return async () => undefined;
}
