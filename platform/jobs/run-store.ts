import { sql, type Database, type Generated, type Transaction } from '@altis/database';
import { announce } from '@altis/events';
import { problem } from '@altis/kernel';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A job as people see it. Instants are ISO 8601. */
export type JobView = {
  readonly id: string;
  readonly system: string;
  readonly name: string;
  readonly title: string;
  readonly state: JobState;
  /** 0 to 1. */
  readonly fraction: number;
  readonly note: string | null;
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
};

export type JobFilter = {
  readonly state?: JobState | undefined;
  readonly limit: number;
  readonly before?: string | undefined;
};
export type JobPage = { readonly items: readonly JobView[]; readonly next: string | null };

type RunRow = {
  job_id: string;
  queue: string;
  system: string;
  name: string;
  title: string;
  runner: string | null;
  fraction: Generated<number>;
  note: string | null;
  state: Generated<JobState>;
  reason: string | null;
  remedy: string | null;
  errors: Generated<number>;
  created_at: Generated<Date>;
  started_at: Date | null;
  ended_at: Date | null;
};
export type JobTables = { 'jobs.run': RunRow };

/** Topic announced whenever a job's state or progress changes. */
const jobsTopic = 'platform.jobs';

type Failure = { reason: string; remedy: string | undefined; errors: number; forGood: boolean };
type Started = 'already-done' | 'cancelled' | { readonly system: string; readonly errors: number; readonly at: Date };

export type RunStore = ReturnType<typeof createRunStore>;

/** The table of runs: what people see, and what decides whether an error is one too many. */
export function createRunStore(db: Database<JobTables>) {
  const change = <Result>(work: (trx: Transaction<JobTables>) => Promise<Result>): Promise<Result> =>
    db.transaction().execute(async (trx) => {
      const result = await work(trx);
      await announce(trx, jobsTopic);
      return result;
    });

  return {
    /** Whether the job is new; a repeated key is not. Runs in the caller's transaction. */
    async add<Tables>(
      trx: Transaction<Tables>,
      { id, queue, system, name, title }: { id: string; queue: string; system: string; name: string; title: string },
    ): Promise<boolean> {
      const { rows } = await sql`
        insert into jobs.run (job_id, queue, system, name, title)
        values (${id}, ${queue}, ${system}, ${name}, ${title})
        on conflict do nothing returning job_id`.execute(trx);
      await announce(trx, jobsTopic);
      return rows.length > 0;
    },

    async start(id: string, runner: number): Promise<Started> {
      const at = new Date();
      const run = await db
        .updateTable('jobs.run')
        .set({ state: 'running', runner: String(runner), started_at: at, fraction: 0, note: null })
        .where('job_id', '=', id)
        .where('state', 'not in', ['done', 'cancelled', 'failed'])
        .returning(['system', 'errors'])
        .executeTakeFirst();
      if (run !== undefined) return { ...run, at };
      const ended = await db.selectFrom('jobs.run').select('state').where('job_id', '=', id).executeTakeFirst();
      return ended?.state === 'done' ? 'already-done' : 'cancelled';
    },

    progress: (id: string, fraction: number, note?: string) =>
      change((trx) =>
        trx
          .updateTable('jobs.run')
          .set({ fraction, ...(note === undefined ? {} : { note }) })
          .where('job_id', '=', id)
          .where('state', '=', 'running')
          .execute(),
      ),

    finish: (id: string) =>
      change((trx) =>
        trx
          .updateTable('jobs.run')
          .set({ state: 'done', fraction: 1, runner: null, reason: null, remedy: null, ended_at: new Date() })
          .where('job_id', '=', id)
          .where('state', '=', 'running')
          .execute(),
      ),

    /** Lets the run that started at that instant wait to be run again; false where it was cancelled or has a successor. */
    handBack: (id: string, startedAt: Date) =>
      change(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('jobs.run')
          .set({ state: 'waiting', runner: null })
          .where('job_id', '=', id)
          .where('state', '=', 'running')
          .where('started_at', '=', startedAt)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),

    fail: (id: string, { reason, remedy, errors, forGood }: Failure) =>
      change((trx) =>
        trx
          .updateTable('jobs.run')
          .set({
            state: forGood ? 'failed' : 'waiting',
            runner: null,
            reason,
            remedy: remedy ?? null,
            errors,
            ended_at: forGood ? new Date() : null,
          })
          .where('job_id', '=', id)
          .where('state', '=', 'running')
          .execute(),
      ),

    /** Marks a job as cancelled and returns its queue. */
    async cancel(id: string): Promise<string> {
      const run = await db
        .selectFrom('jobs.run')
        .select(['queue', 'state'])
        .where('job_id', '=', id)
        .executeTakeFirst();
      if (run === undefined) throw problem('NOT_FOUND', `There is no job ${id}.`);
      if (run.state !== 'waiting' && run.state !== 'running') {
        throw problem(
          'CONFLICT',
          `The job has already ended (${run.state}); only a waiting or running one can be cancelled.`,
        );
      }
      await change((trx) =>
        trx
          .updateTable('jobs.run')
          .set({ state: 'cancelled', runner: null, ended_at: new Date() })
          .where('job_id', '=', id)
          .execute(),
      );
      return run.queue;
    },

    /** Lets a failed or cancelled job wait again, its errors forgotten, if `queueAgain` finds it in its queue. */
    retry: (id: string, queueAgain: (trx: Transaction<JobTables>, queue: string, from: JobState) => Promise<void>) =>
      change(async (trx) => {
        const run = await trx
          .selectFrom('jobs.run')
          .select(['queue', 'state'])
          .where('job_id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (run === undefined) throw problem('NOT_FOUND', `There is no job ${id}.`);
        if (run.state !== 'failed' && run.state !== 'cancelled') {
          throw problem('CONFLICT', `The job is ${run.state}; only a failed or cancelled one can be tried again.`);
        }
        await trx
          .updateTable('jobs.run')
          .set({ state: 'waiting', errors: 0, fraction: 0, note: null, reason: null, remedy: null, ended_at: null })
          .where('job_id', '=', id)
          .execute();
        await queueAgain(trx, run.queue, run.state);
      }),

    async read(ids: readonly string[]): Promise<JobView[]> {
      if (ids.length === 0) return [];
      const rows = await db.selectFrom('jobs.run').selectAll().where('job_id', 'in', ids).execute();
      return rows.map(viewOf);
    },

    async list({ state, limit, before }: JobFilter): Promise<JobPage> {
      const [beforeAt, beforeId] = before?.split('|') ?? [];
      const rows = await db
        .selectFrom('jobs.run')
        .selectAll()
        .$if(state !== undefined, (query) => query.where('state', '=', state!))
        .$if(beforeAt !== undefined && beforeId !== undefined, (query) =>
          query.where(sql<boolean>`(created_at, job_id) < (${beforeAt}::timestamptz, ${beforeId}::uuid)`),
        )
        .orderBy('created_at', 'desc')
        .orderBy('job_id', 'desc')
        .limit(limit + 1)
        .execute();
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        items: page.map(viewOf),
        next: last === undefined ? null : `${last.created_at.toISOString()}|${last.job_id}`,
      };
    },
  };
}

function viewOf(row: {
  [Key in keyof RunRow]: RunRow[Key] extends Generated<infer Value> ? Value : RunRow[Key];
}): JobView {
  return {
    id: row.job_id,
    system: row.system,
    name: row.name,
    title: row.title,
    state: row.state,
    fraction: row.fraction,
    note: row.note,
    reason: row.reason,
    remedy: row.remedy,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
