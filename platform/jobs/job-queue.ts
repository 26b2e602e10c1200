import { createHash, randomUUID } from 'node:crypto';
import { listen, notify, openSchema, runSql, type DatabaseServer, type Transaction } from '@altis/database';
import { messageOf, problem, type Log } from '@altis/kernel';
import { PgBoss } from 'pg-boss';
import * as z from 'zod';
import type { Job } from './job.ts';
import { jobMigrations } from './migrations.ts';
import { recoverRuns } from './recover-runs.ts';
import { runJob } from './run-job.ts';
import { createRunStore, type JobFilter, type JobPage, type JobTables, type JobView } from './run-store.ts';
import { claimRunner } from './runner.ts';

export type EnqueueOptions = {
  /** What the job is about, for people: a file's name, a moment's title. */
  readonly title: string;
  /** The same key is enqueued once, however often a crash or a redelivered event repeats the call. */
  readonly key?: string;
  /** Higher runs earlier (default 0). */
  readonly priority?: number;
};

/** The jobs of one system, as its room sees them. */
export interface SystemJobs {
  /** Keeps a job in the caller's transaction: it will run if, and only if, that transaction commits. Returns its id. */
  enqueue<Tables>(trx: Transaction<Tables>, name: string, input: object, options: EnqueueOptions): Promise<string>;
  cancel(jobId: string): Promise<void>;
  /** How these jobs are, in any order; ids that are not known are left out. */
  read(jobIds: readonly string[]): Promise<readonly JobView[]>;
}

/** Background work of all systems, kept in PostgreSQL (pg-boss). */
export interface JobQueue {
  /** What a system enqueues its jobs by, once they are prepared. */
  forSystem(system: string): SystemJobs;
  /** Makes the queues of a system's jobs, so that they can be enqueued. */
  prepare(system: string, jobs: readonly Job[]): Promise<void>;
  /** Begins to run the system's jobs in this process. */
  run(system: string, jobs: readonly Job[]): Promise<void>;
  list(filter: JobFilter): Promise<JobPage>;
  /** Stops a waiting or running job. Throws NOT_FOUND or CONFLICT. */
  cancel(jobId: string): Promise<void>;
  /** Runs a failed or cancelled job again, as if it were new. Throws NOT_FOUND, CONFLICT or GONE. */
  retry(jobId: string): Promise<void>;
  close(): Promise<void>;
}

const recoverEveryMs = 10_000;
/** What pg-boss answers, and does not declare: how many jobs it found in the state that was asked for. */
const Settled = z.object({ affected: z.number() });
/** How long an ended job keeps its input, and can be tried again. */
const keepEndedDays = 30;
const cancelChannel = 'altis_cancelled_jobs';
/** pg-boss's own limit; how many *errors* a job may have is counted in `jobs.run`, since a restart is not the job's fault. */
const unlimitedRetries = 1_000;

/** Opens the schemas `jobs` and `pgboss`, and hands back what died with earlier processes. */
export async function openJobQueue({ server, log }: { server: DatabaseServer; log: Log }): Promise<JobQueue> {
  const schema = await openSchema<JobTables>({
    server,
    schema: 'jobs',
    migrations: jobMigrations,
    log,
    maxConnections: 4,
  });
  const store = createRunStore(schema.db);
  const runner = await claimRunner(schema.db, log);
  const boss = new PgBoss({
    connectionString: server.url,
    schema: 'pgboss',
    application_name: 'altis jobs',
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    persistWarnings: false,
    schedule: false,
  });
  boss.on('error', (error) => log.warn({ reason: error.message }, 'The job queue lost its database for a moment'));
  await boss.start();

  const stopping = new AbortController();
  const running = new Map<string, AbortController>();
  // Whoever cancels a job may be another process than the one that runs it.
  const cancellations = await listen({
    server,
    channel: cancelChannel,
    onNotice: () => void abortCancelled(),
    onReconnect: () => void abortCancelled(),
    log,
  });
  const recovering = setInterval(() => void recover(), recoverEveryMs).unref();
  await recover();

  return {
    forSystem: (system) => ({
      enqueue: (trx, name, input, options) => enqueue(trx, system, name, input, options),
      cancel,
      read: (jobIds) => store.read(jobIds),
    }),

    async prepare(system, jobs) {
      for (const job of jobs) await ensureQueue(queueName(system, job.name));
    },

    async run(system, jobs) {
      for (const job of jobs) {
        const queue = queueName(system, job.name);
        await boss.work(
          queue,
          {
            perJobResults: true,
            localConcurrency: job.concurrency ?? 1,
            pollingIntervalSeconds: 2,
            // A notification wakes workers for new jobs; those that wait for another try are found by polling.
            notifyPollingIntervalSeconds: 2,
          },
          async (claimed) => {
            const results = [];
            for (const { id, data, signal } of claimed) {
              const cancelling = new AbortController();
              running.set(id, cancelling);
              const abort = AbortSignal.any([signal, cancelling.signal, stopping.signal]);
              const status = await runJob({
                id,
                data,
                job,
                store,
                runner: runner.number,
                abort,
                log,
              });
              // A run that lost its claim may have a successor here.
              if (running.get(id) === cancelling) running.delete(id);
              results.push({ id, status });
            }
            return results;
          },
        );
      }
    },

    list: (filter) => store.list(filter),
    cancel,
    retry,

    async close() {
      clearInterval(recovering);
      stopping.abort(problem('UNAVAILABLE', 'The server is stopping; the job goes on when it starts again.'));
      await cancellations.close();
      await boss.stop({ graceful: true, timeout: 5_000, close: true });
      await runner.release();
      await schema.close();
    },
  };

  async function enqueue<Tables>(
    trx: Transaction<Tables>,
    system: string,
    name: string,
    input: object,
    { title, key, priority = 0 }: EnqueueOptions,
  ): Promise<string> {
    const queue = queueName(system, name);
    const id = key === undefined ? randomUUID() : idOfKey(`${queue}/${key}`);
    const isNew = await store.add(trx, { id, queue, system, name, title });
    if (isNew) await boss.send(queue, input, { id, priority, db: within(trx) });
    return id;
  }

  async function ensureQueue(queue: string): Promise<void> {
    await boss.createQueue(queue, {
      retryLimit: unlimitedRetries,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 30,
      expireInSeconds: 23 * 3_600,
      heartbeatSeconds: 20,
      deleteAfterSeconds: keepEndedDays * 24 * 3_600,
      notify: true,
    });
  }

  async function cancel(jobId: string): Promise<void> {
    const queue = await store.cancel(jobId);
    await boss.cancel(queue, jobId);
    await notify(schema.db, cancelChannel, '');
  }

  async function retry(jobId: string): Promise<void> {
    await store.retry(jobId, async (trx, queue, from) => {
      const again = from === 'failed' ? boss.retry : boss.resume;
      const { affected } = Settled.parse(await again.call(boss, queue, jobId, { db: within(trx) }));
      if (affected > 0) return;
      throw problem('GONE', `What the job ${jobId} works on is kept for ${keepEndedDays} days only.`, {
        remedy: 'Ask for the work anew where it was asked for first.',
      });
    });
  }

  async function abortCancelled(): Promise<void> {
    try {
      for (const { id, state } of await store.read([...running.keys()])) {
        if (state === 'cancelled') running.get(id)?.abort(problem('GONE', 'The job was cancelled.'));
      }
    } catch (error) {
      log.warn({ reason: messageOf(error) }, 'Cancelled jobs could not be looked for');
    }
  }

  async function recover(): Promise<void> {
    const ended = 'The process that ran this job ended; it runs again.';
    await recoverRuns(schema.db, (queue, id) => boss.fail(queue, id, { message: ended }), log);
  }
}

/** pg-boss at work inside a transaction of ours. */
function within<Tables>(trx: Transaction<Tables>) {
  return { executeSql: (text: string, values?: unknown[]) => runSql(trx, text, values ?? []) };
}

function queueName(system: string, job: string): string {
  return `${system}.${job}`;
}

/** A UUID that depends only on the key (RFC 9562, clause 5.8: version 8, custom content). */
function idOfKey(key: string): string {
  const bytes = createHash('sha256').update(key).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
