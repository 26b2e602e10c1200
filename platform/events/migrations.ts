import { sql, type Migrations } from '@altis/database';

/**
 * The schema `events`. The outbox is ordered by (transaction id, number): numbers are given out before their
 * transaction commits, so a reader that went by number alone could overtake a slow transaction and miss its events.
 */
export const eventMigrations: Migrations = {
  '0001_outbox': async (db) => {
    await sql`
      create table events.outbox (
        number bigint generated always as identity primary key,
        transaction_id xid8 not null default pg_current_xact_id(),
        id text not null unique,
        name text not null,
        payload jsonb not null,
        occurred_at timestamptz not null default now(),
        request_id text not null
      )`.execute(db);
    await sql`create index outbox_order on events.outbox (transaction_id, number)`.execute(db);
    await sql`
      create table events.subscriber (
        name text primary key,
        transaction_id xid8 not null default '0',
        number bigint not null default 0,
        failures integer not null default 0,
        reason text,
        retry_at timestamptz
      )`.execute(db);
    await sql`
      create table events.taken_in (
        subscriber text not null,
        event_id text not null,
        at timestamptz not null default now(),
        primary key (subscriber, event_id)
      )`.execute(db);
    await sql`
      create table events.parked (
        subscriber text not null,
        event_id text not null,
        name text not null,
        payload jsonb not null,
        reason text not null,
        parked_at timestamptz not null default now(),
        primary key (subscriber, event_id)
      )`.execute(db);
  },

  '0002_lasting_cursors': async (db) => {
    await sql`alter table events.subscriber add column seen_at timestamptz not null default now()`.execute(db);
    // The server whose transaction ids the outbox has.
    await sql`
      create table events.server (
        only_one boolean primary key default true check (only_one),
        system_identifier text not null
      )`.execute(db);
    await sql`
      insert into events.server (system_identifier)
      select system_identifier::text from pg_control_system()`.execute(db);
  },
};
