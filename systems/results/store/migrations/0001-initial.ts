import { sql, type Migrations } from '@altis/database';

export const migrations: Migrations = {
  '0001_initial': async (db) => {
    // The Games that this installation is for, once the first production message has come.
    await sql`
    create table competition (
      only_one boolean primary key default true check (only_one),
      code text not null
    )`.execute(db);

    // Every message that came in, the refused ones too; the bytes are in the object store. What it says is written before it,
    // hence the deferred references below.
    await sql`
    create table message (
      id text primary key,
      received_at timestamptz not null,
      origin text not null,
      feed text check (feed in ('production', 'test')),
      competition text not null,
      document_type text not null,
      document_subtype text,
      document_subcode text,
      document_code text not null,
      version bigint not null,
      version_key text,
      digest text,
      sent_at text,
      outcome text not null check (outcome in ('new', 'replaces', 'duplicate', 'stale', 'conflict', 'refused')),
      reason text,
      remedy text,
      warnings jsonb not null,
      object text not null,
      size_bytes bigint not null
    )`.execute(db);
    await sql`create index message_held on message (version_key, version desc) where outcome in ('new', 'replaces')`.execute(
      db,
    );
    await sql`create index message_object on message (object)`.execute(db);
    await sql`create index message_unit on message (document_code, id desc)`.execute(db);
    await sql`create index message_outcome on message (outcome, id desc)`.execute(db);

    // Of each schedule, participant or team list (version_key), which one is held, and of which subject it is.
    await sql`create table list (version_key text primary key, subject text not null, sent_at text not null)`.execute(
      db,
    );
    await sql`create index list_subject on list (subject)`.execute(db);

    // What each held list, and each update's newest version, says of one unit, participant or team.
    await sql`
    create table claim (
      kind text not null check (kind in ('unit', 'participant', 'team')),
      code text not null,
      version_key text not null,
      subject text not null,
      is_update boolean not null,
      version bigint not null,
      sent_at text not null,
      message text not null references message deferrable initially deferred,
      members text[] not null,
      facts jsonb not null,
      primary key (kind, code, version_key)
    )`.execute(db);
    await sql`create index claim_key on claim (version_key)`.execute(db);
    await sql`create index claim_members on claim using gin (members)`.execute(db);

    // The newest message of each key about a unit: its results, and its play-by-play by period and as a whole.
    await sql`
    create table document (
      version_key text primary key,
      unit text not null,
      kind text not null check (kind in ('results', 'play-by-play')),
      period text,
      version bigint not null,
      digest text not null,
      sent_at text not null,
      message text not null references message deferrable initially deferred,
      codes text[] not null,
      content jsonb not null
    )`.execute(db);
    await sql`create index document_unit on document (unit)`.execute(db);
    await sql`create index document_codes on document using gin (codes)`.execute(db);

    // The play-by-play as it stands: "stated" by the message, "known" with the names of the register, as it was published.
    await sql`
    create table action (
      unit text not null,
      id text not null,
      position integer not null,
      is_withdrawn boolean not null,
      is_corrected boolean not null,
      document text,
      changed_by text not null references message deferrable initially deferred,
      codes text[] not null,
      stated jsonb not null,
      known jsonb not null,
      primary key (unit, id)
    )`.execute(db);
    await sql`create index action_codes on action using gin (codes) where not is_withdrawn`.execute(db);

    // Units as lists show them.
    await sql`
    create table unit (
      rsc text primary key,
      discipline text not null,
      day date,
      starts_at timestamptz,
      summary jsonb not null
    )`.execute(db);
    await sql`create index unit_start on unit (day desc nulls last, starts_at desc nulls last, rsc)`.execute(db);
  },
};
