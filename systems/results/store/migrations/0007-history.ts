import { sql, type Migrations } from '@altis/database';

export const migrations: Migrations = {
  '0007_history': async (db) => {
    // Archives of a whole Games on their way in; the bytes are an object.
    await sql`
    create table game_import (
      id text primary key,
      name text not null,
      object text not null,
      competition text not null,
      version integer not null,
      state text not null,
      done integer not null,
      total integer not null,
      started_at timestamptz,
      ended_at timestamptz,
      outcomes jsonb not null,
      unplaced jsonb not null,
      reason text,
      remedy text
    )`.execute(db);

    // Past Games: who took part in what, with how many medals. An import replaces all of it.
    await sql`
    create table past_games (
      code text primary key,
      year integer not null,
      host text not null,
      season text not null,
      edition text not null,
      athletes integer,
      starts_on text,
      ends_on text
    )`.execute(db);
    await sql`
    create table past_organisation (
      code text primary key,
      name text not null,
      status text not null,
      successor text
    )`.execute(db);
    await sql`
    create table past_sport (
      code text primary key,
      name text not null,
      season text,
      parent text
    )`.execute(db);
    await sql`
    create table past_participation (
      games text not null,
      organisation text not null,
      sport text not null,
      gold integer not null,
      silver integer not null,
      bronze integer not null,
      men integer not null,
      women integer not null,
      primary key (games, organisation, sport)
    )`.execute(db);
    await sql`create index past_participation_organisation on past_participation (organisation)`.execute(db);
    await sql`create index past_participation_sport on past_participation (sport)`.execute(db);
  },
};
