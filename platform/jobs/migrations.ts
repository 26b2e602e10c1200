import { sql, type Migrations } from '@altis/database';

/** The schema `jobs`: beside pg-boss's own tables (schema `pgboss`), what people see of a job and which process runs it. */
export const jobMigrations: Migrations = {
  '0001_run': async (db) => {
    await sql`create sequence jobs.runner`.execute(db);
    await sql`
      create table jobs.run (
        job_id uuid primary key,
        queue text not null,
        system text not null,
        name text not null,
        title text not null,
        runner bigint,
        fraction real not null default 0,
        note text,
        state text not null default 'waiting',
        reason text,
        remedy text,
        errors integer not null default 0,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        ended_at timestamptz
      )`.execute(db);
    await sql`create index run_newest on jobs.run (created_at desc, job_id)`.execute(db);
    await sql`create index run_by_runner on jobs.run (runner) where state = 'running'`.execute(db);
  },
};
