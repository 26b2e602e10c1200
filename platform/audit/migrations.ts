import { sql, type Migrations } from '@altis/database';

export const auditMigrations: Migrations = {
  '0001_initial': async (db) => {
    // `json`, not `jsonb`: it keeps the text as written, also characters that `jsonb` refuses.
    await sql`
      create table entry (
        position bigint primary key check (position > 0),
        at timestamptz not null,
        actor_kind text not null check (actor_kind in ('anonymous', 'user', 'system')),
        actor_id text not null,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        details json not null,
        cause json,
        hash text not null
      )`.execute(db);
    await sql`create index entry_subject on entry (subject_kind, subject_id, position)`.execute(db);
    await sql`create index entry_actor on entry (actor_id, position)`.execute(db);
    await sql`create index entry_action on entry (action text_pattern_ops, position)`.execute(db);
    await sql`create index entry_at on entry (at)`.execute(db);
    await sql`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit is append-only: % is refused.', tg_op;
      end $$`.execute(db);
    await sql`
      create trigger append_only before update or delete or truncate on entry
      for each statement execute function refuse_change()`.execute(db);
  },
};
