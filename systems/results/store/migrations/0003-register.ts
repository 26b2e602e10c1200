import { sql, type Migrations } from '@altis/database';
import { searchMigration } from '@altis/search';

export const migrations: Migrations = {
  '0003_register': async (db) => {
    // Names in other scripts, entries and codes are claimed by lists as well.
    await sql`alter table claim drop constraint if exists claim_kind_check`.execute(db);

    // People and teams as lists show them; facts is all that is known of each, names in other scripts and entries included.
    await sql`
    create table participant (
      code text primary key,
      sort_name text collate "C" not null,
      organisation text not null,
      is_athlete boolean not null,
      disciplines text[] not null,
      events text[] not null,
      facts jsonb not null
    )`.execute(db);
    await sql`create index participant_name on participant (sort_name, code)`.execute(db);
    await sql`create index participant_organisation on participant (organisation, sort_name, code)`.execute(db);
    await sql`create index participant_disciplines on participant using gin (disciplines)`.execute(db);
    await sql`create index participant_events on participant using gin (events)`.execute(db);
    await sql`
    create table team (
      code text primary key,
      organisation text not null,
      discipline text not null,
      members text[] not null,
      events text[] not null,
      facts jsonb not null
    )`.execute(db);
    await sql`create index team_organisation on team (organisation)`.execute(db);
    await sql`create index team_members on team using gin (members)`.execute(db);
    await sql`create index team_events on team using gin (events)`.execute(db);

    // Every organisation and name that some list ever had for a participant or team, with the first and the last time it did.
    await sql`
    create table affiliation (
      kind text not null check (kind in ('participant', 'team')),
      code text not null,
      organisation text not null,
      name text not null,
      first_sent_at text not null,
      last_sent_at text not null,
      primary key (kind, code, organisation, name)
    )`.execute(db);

    // What the search finds, as it shows it; the words are in the index below.
    await sql`
    create table found (
      id text primary key,
      kind text not null,
      code text not null,
      organisation text,
      title jsonb not null,
      about jsonb not null,
      digest text not null
    )`.execute(db);
  },
  '0003_register_search': searchMigration('register'),
};
