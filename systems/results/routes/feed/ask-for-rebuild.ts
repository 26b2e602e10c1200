import { runInTransaction } from '@altis/database';
import { announce } from '@altis/events';
import { currentCall, problem } from '@altis/kernel';
import { findRebuildJob, isOutdated, noteRebuildJob } from '../../store/rebuild.ts';
import type { ResultsRoom } from '../intake/intake.ts';

/** Enqueues a rebuild of everything that follows from the messages; returns its job, or that of one that waits or works. */
export async function askForRebuild(room: ResultsRoom): Promise<string> {
  const { job: last } = await readRebuild(room);
  if (last?.state === 'waiting' || last?.state === 'running') return last.id;
  return runInTransaction(room.db, async (trx) => {
    const job = await room.jobs.enqueue(trx, 'rebuild-projections', {}, { title: 'Rebuild of all results' });
    await noteRebuildJob(trx, job);
    await room.audit.record(trx, {
      actor: currentCall().actor,
      action: 'projections.rebuild-asked',
      subject: { kind: 'job', id: job },
    });
    await announce(trx, 'results.feed');
    return job;
  });
}

/** How the last rebuild stands, and whether one is needed. */
export async function readRebuild({ db, jobs }: ResultsRoom) {
  const id = await findRebuildJob(db);
  const [view] = id === undefined ? [] : await jobs.read([id]);
  const job = view && { id: view.id, state: view.state, fraction: view.fraction, reason: view.reason };
  return { isOutdated: await isOutdated(db), job: job ?? null };
}

/** Stops a rebuild or an import; what was taken in stays. */
export async function stopJob({ name, jobs }: ResultsRoom, job: string) {
  const [view] = await jobs.read([job]);
  if (view?.system !== name) throw problem('NOT_FOUND', `There is no job ${job.slice(0, 60)} of the results.`);
  await jobs.cancel(job);
  return {};
}
