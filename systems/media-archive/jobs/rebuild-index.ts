import { runInTransaction } from '@altis/database';
import { defineJob, type Job } from '@altis/jobs';
import type { Room } from '@altis/system';
import * as z from 'zod';
import { indexItem } from '../store/item-search.ts';
import { listItemIds, lockItem } from '../store/items.ts';
import { noteIndexRules } from '../store/search-rules.ts';
import type { Tables } from '../store/tables.ts';

/** Writes the search index of all items anew by the rules of now; killed, it begins again. */
export function rebuildIndex({ db }: Room<Tables>): Job {
  return defineJob({
    name: 'rebuild-index',
    input: z.object({}),
    timeoutMs: 24 * 3_600_000,
    async run(_input, { signal }) {
      for (let ids = await listItemIds(db, ''); ids.length > 0; ids = await listItemIds(db, ids.at(-1) ?? '')) {
        // One at a time, so that nobody who writes an item waits for many.
        for (const id of ids) {
          signal.throwIfAborted();
          await runInTransaction(db, async (trx) => {
            const item = await lockItem(trx, id);
            if (item !== undefined) await indexItem(trx, item);
          });
        }
      }
      await noteIndexRules(db);
    },
  });
}
