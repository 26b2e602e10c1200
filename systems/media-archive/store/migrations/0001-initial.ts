import { sql, type Migrations } from '@altis/database';
import { rulesVersion, searchMigration } from '@altis/search';

export const migrations: Migrations = {
  '0001_initial': async (db) => {
    await sql`
      create table item (
        id text primary key,
        kind text not null check (kind in ('clip', 'asset')),
        state text not null check (state in ('kept', 'withdrawn')),
        file_name text not null,
        moment text unique,
        session text,
        revision integer not null,
        clip_revision integer,
        imported_at timestamptz not null,
        facts jsonb not null,
        original text,
        media jsonb
      )`.execute(db);
    await sql`create unique index item_of_session on item (session) where kind = 'asset'`.execute(db);
    await sql`create index item_by_original on item (original) where kind = 'asset'`.execute(db);
    await sql`
      create table label (
        facet text not null,
        value text not null,
        labels jsonb not null,
        primary key (facet, value)
      )`.execute(db);
    await sql`
      create table import (
        id text primary key,
        file_name text not null,
        upload text,
        path text,
        job text not null,
        item text references item (id),
        is_duplicate boolean not null default false,
        created_at timestamptz not null default now(),
        check (num_nonnulls(upload, path) = 1)
      )`.execute(db);
    await sql`create index import_newest on import (created_at desc, id desc)`.execute(db);
    await sql`create index import_of_upload on import (upload)`.execute(db);
  },
  '0002_search': searchMigration('item'),
  '0003_rules': async (db) => {
    await sql`
      create table search_rules (
        only_one boolean primary key default true check (only_one),
        version integer not null
      )`.execute(db);
    // Where nothing is kept yet, nothing is in the index by older rules.
    await sql`
      insert into search_rules (version)
      select case when exists (select from item) then 1 else ${rulesVersion}::integer end`.execute(db);
  },
};
