import { sql, type Migrations } from '@altis/database';

export const migrations: Migrations = {
  '0004_facts': async (db) => {
    // What each version of a document says of facts: what the facts of a subject are told from anew when an older version
    // comes late. A strand is a kind of document; see libraries/odf/delta.
    await sql`
    create table telling (
      subject text not null,
      strand text not null,
      version_key text not null,
      version bigint not null,
      sent_at text not null,
      message text not null references message deferrable initially deferred,
      said json not null,
      primary key (subject, strand, version_key, version)
    )`.execute(db);

    // How far each strand is told.
    await sql`
    create table fact_state (
      subject text not null,
      strand text not null,
      state json not null,
      primary key (subject, strand)
    )`.execute(db);

    // What happened, as the messages tell it now; what they take back is gone.
    await sql`
    create table fact (
      id text primary key,
      subject text not null,
      strand text not null,
      kind text not null,
      at timestamptz not null,
      competitor text,
      position text,
      value text,
      rank text,
      previous text,
      message text not null references message deferrable initially deferred
    )`.execute(db);
    await sql`create index fact_subject on fact (subject, at desc)`.execute(db);
  },
};
