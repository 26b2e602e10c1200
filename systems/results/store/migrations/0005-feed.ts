import { sql, type Migrations } from '@altis/database';

export const migrations: Migrations = {
  '0005_feed': async (db) => {
    // Which system sent a message, how long after it was written it came, and whether a newer version was there before.
    await sql`alter table message add column source text`.execute(db);
    await sql`alter table message add column lag_ms bigint`.execute(db);
    await sql`alter table message add column is_late boolean not null default false`.execute(db);
    await sql`create index message_feed on message (feed, source, received_at desc)`.execute(db);
    await sql`
    create index message_signal on message (feed, source, received_at desc)
      where document_type in ('DT_KA', 'DT_PING', 'DT_LOCAL_ON', 'DT_LOCAL_OFF')`.execute(db);
    await sql`create index message_received on message (received_at)`.execute(db);

    // The systems that ever sent. A line is written once, so that messages do not wait for one another.
    await sql`
    create table feed_source (
      feed text not null check (feed in ('production', 'test')),
      source text not null,
      primary key (feed, source)
    )`.execute(db);

    // Versions of a key that were skipped; closed when they come after all.
    await sql`
    create table feed_gap (
      version_key text not null,
      version bigint not null,
      opened_by text not null references message deferrable initially deferred,
      opened_at timestamptz not null,
      closed_by text references message deferrable initially deferred,
      closed_at timestamptz,
      primary key (version_key, version)
    )`.execute(db);
    await sql`create index feed_gap_open on feed_gap (opened_at desc) where closed_at is null`.execute(db);
    await sql`create index feed_gap_closed on feed_gap (closed_at desc) where closed_at is not null`.execute(db);

    // Archives of messages that were brought in, with what was wrong in each.
    await sql`
    create table archive (
      id text primary key,
      name text not null,
      object text not null,
      size_bytes bigint not null,
      received_at timestamptz not null,
      job text not null,
      outcomes jsonb not null default '{}',
      faults jsonb not null default '[]',
      fault_count bigint not null default 0
    )`.execute(db);

    // The shape in which the projections were made; where it is older than the code, they are rebuilt from the messages.
    await sql`
    create table projection (
      only_one boolean primary key default true check (only_one),
      shape integer not null,
      rebuild_job text
    )`.execute(db);
    await sql`insert into projection (shape) values (0)`.execute(db);
  },
};
