import { sql, type Migrations } from '@altis/database';

export const initial: Migrations = {
  '0001_initial': async (db) => {
    await sql`
      create table session (
        id text primary key,
        unit text not null,
        discipline text not null,
        title text not null,
        file_name text not null,
        original text not null,
        starts_at timestamptz not null,
        state text not null check (state in ('preparing', 'ready', 'failed')),
        reason text,
        remedy text,
        job text,
        video jsonb,
        created_at timestamptz not null default now()
      )`.execute(db);
    await sql`create index session_by_unit on session (unit)`.execute(db);
    await sql`create index session_newest on session (created_at desc)`.execute(db);
    await sql`
      create table action (
        unit text not null,
        action_id text not null,
        fact jsonb not null,
        withdrawn boolean not null,
        primary key (unit, action_id)
      )`.execute(db);
    await sql`
      create table moment (
        id text primary key,
        session text not null references session (id),
        action_id text,
        state text not null check (state in ('named', 'withdrawn')),
        in_frame integer not null,
        out_frame integer not null check (out_frame >= in_frame),
        trimmed boolean not null default false,
        moment jsonb not null,
        clip jsonb,
        clip_state text not null default 'waiting' check (clip_state in ('waiting', 'cut', 'failed')),
        unique (session, action_id)
      )`.execute(db);
    await sql`create index moment_in_order on moment (session, in_frame, id)`.execute(db);
  },
};
