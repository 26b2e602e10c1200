import { sql, type Migrations } from '@altis/database';

export const createNotices: Migrations[string] = async (db) => {
  await sql`
    create table notice (
      id text primary key,
      text text not null,
      posted_at timestamptz not null default now(),
      reading_time_ms integer check (reading_time_ms >= 0)
    )`.execute(db);
  await sql`create index notice_newest on notice (posted_at desc, id desc)`.execute(db);
};
