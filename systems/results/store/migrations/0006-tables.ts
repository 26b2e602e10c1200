import { sql, type Migrations } from '@altis/database';

export const migrations: Migrations = {
  '0006_tables': async (db) => {
    // Start lists and result lists as they were sent; the bytes are an object.
    await sql`
    create table table_file (
      id text primary key,
      name text not null,
      object text not null,
      received_at timestamptz not null
    )`.execute(db);

    // What columns say, kept for the next file that has them.
    await sql`
    create table table_mapping (
      name text primary key,
      columns jsonb not null,
      mapping jsonb not null
    )`.execute(db);

    // Units that are timed here: who starts, and how many inputs the newest DT_RESULT takes account of.
    await sql`
    create table timed_unit (
      unit text primary key,
      starters jsonb not null,
      published integer not null
    )`.execute(db);

    // Every press of the console, once; none is ever changed or deleted. What is taken back is said by an input of its own.
    await sql`
    create table timing_input (
      unit text not null,
      id text not null,
      number bigint generated always as identity,
      at timestamptz not null,
      pressed_at timestamptz not null,
      offset_ms bigint not null,
      received_at timestamptz not null,
      by text not null,
      deed jsonb not null,
      primary key (unit, id)
    )`.execute(db);
    await sql`create index timing_input_number on timing_input (unit, number)`.execute(db);
  },
};
