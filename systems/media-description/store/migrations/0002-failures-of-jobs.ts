import { sql, type Migrations } from '@altis/database';

/** Why a preparation or a cut failed is read from its job, which knows every way to end. */
export const failuresOfJobs: Migrations = {
  '0002_failures_of_jobs': async (db) => {
    await sql`alter table moment add column clip_job text`.execute(db);
    await sql`update session set state = 'preparing' where state = 'failed'`.execute(db);
    await sql`alter table session drop column reason, drop column remedy`.execute(db);
    await sql`update moment set clip_state = 'waiting' where clip_state = 'failed'`.execute(db);
  },
};
