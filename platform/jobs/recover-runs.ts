import { sql, type Database } from '@altis/database';
import { messageOf, type Log } from '@altis/kernel';
import { runnerLockClass } from './runner.ts';

/** Hands jobs whose process has ended back to the queue. A process is alive while it holds its runner's lock. */
export async function recoverRuns<Tables>(
  db: Database<Tables>,
  handBack: (queue: string, jobId: string) => Promise<unknown>,
  log: Log,
): Promise<void> {
  try {
    const { rows } = await sql<{ job_id: string; queue: string }>`
      update jobs.run set state = 'waiting', runner = null
      where state = 'running' and not exists (
        select 1 from pg_locks
        where locktype = 'advisory' and classid = ${runnerLockClass}::oid and objid = run.runner::oid and granted
      )
      returning job_id, queue`.execute(db);
    for (const { job_id: jobId, queue } of rows) {
      log.info({ job: jobId, queue }, 'A job was interrupted and runs again');
      await handBack(queue, jobId);
    }
  } catch (error) {
    log.warn({ reason: messageOf(error) }, 'Interrupted jobs could not be looked for');
  }
}
