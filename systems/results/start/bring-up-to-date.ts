import { runInTransaction } from '@altis/database';
import type { ResultsRoom } from '../routes/intake/intake.ts';
import { isOutdated, noteRebuildJob, projectionShape, startAtNewestShape } from '../store/rebuild.ts';

/**
 * After a new version of Altis that tells more of the messages than the one before: has everything made anew from them,
 * once, in the background. Until then what was there is shown.
 */
export async function bringUpToDate({ db, jobs, log }: ResultsRoom): Promise<void> {
  if ((await startAtNewestShape(db)) || !(await isOutdated(db))) return;
  await runInTransaction(db, async (trx) => {
    const title = 'Rebuild of all results for this version of Altis';
    const key = `shape ${projectionShape}`;
    await noteRebuildJob(trx, await jobs.enqueue(trx, 'rebuild-projections', {}, { title, key }));
  });
  log.info({ shape: projectionShape }, 'The results were made by an older version; they are rebuilt from the messages');
}
