import { runInTransaction } from '@altis/database';
import { announce } from '@altis/events';
import { defineJob, type Job } from '@altis/jobs';
import type { Room } from '@altis/system';
import * as z from 'zod';
import { readingTimeMs } from '../domain/reading-time.ts';
import { findNotice, keepReadingTime } from '../store/notices.ts';
import type { Tables } from '../store/tables.ts';

/** Measures how long a notice takes to read. Run twice, it does the same. */
export function measureNotice({ db }: Room<Tables>): Job {
  return defineJob({
    name: 'measure-notice',
    input: z.object({ id: z.string() }),
    run: async ({ id }) => {
      const notice = await findNotice(db, id);
      if (!notice) return;
      await runInTransaction(db, async (trx) => {
        await keepReadingTime(trx, id, readingTimeMs(notice.text));
        await announce(trx, 'sample-room.notices');
      });
    },
  });
}
