import { sql, type Migrations } from '@altis/database';

export const identityMigrations: Migrations = {
  '0001_initial': async (db) => {
    await sql`
      create table account (
        id text primary key,
        email text not null constraint account_email_key unique check (email = lower(email)),
        name text not null,
        role text not null check (role in ('member', 'operator', 'administrator')),
        password_hash text,
        created_at timestamptz not null,
        last_sign_in_at timestamptz,
        disabled_at timestamptz
      )`.execute(db);
    await sql`
      create table session (
        token_hash bytea primary key,
        account_id text not null references account on delete cascade,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        expires_at timestamptz not null
      )`.execute(db);
    await sql`create index session_account on session (account_id)`.execute(db);
    await sql`
      create table link (
        token_hash bytea primary key,
        purpose text not null check (purpose in ('welcome', 'invitation', 'sign-in')),
        account_id text references account on delete cascade,
        expires_at timestamptz not null,
        check ((purpose = 'welcome') = (account_id is null))
      )`.execute(db);
    await sql`
      create table api_token (
        id text primary key,
        token_hash bytea not null unique,
        account_id text not null references account on delete cascade,
        name text not null,
        start text not null,
        scopes text[] not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz
      )`.execute(db);
    await sql`create index api_token_account on api_token (account_id)`.execute(db);
    await sql`
      create table sign_in_attempt (
        key text primary key,
        failures integer not null default 0,
        last_failure_ms bigint not null default 0,
        blocked_until_ms bigint not null default 0
      )`.execute(db);
  },
};
