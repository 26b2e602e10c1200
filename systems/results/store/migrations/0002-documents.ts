import { sql, type Migrations } from '@altis/database';

export const migrations: Migrations = {
  '0002_documents': async (db) => {
    // A document is about a unit, a phase, an event, a discipline or a venue: "subject" is its DocumentCode. Everything else
    // that it speaks of (the units of a decision, the event of a phase, a venue) is in "about", so that one look finds it.
    await sql`alter table document rename column unit to subject`.execute(db);
    await sql`alter table document drop constraint document_kind_check`.execute(db);
    await sql`alter table document add column document_type text`.execute(db);
    await sql`alter table document add column logical_date text`.execute(db);
    await sql`alter table document add column about text[]`.execute(db);
    await sql`
    update document set about = array[subject], logical_date = content->'about'->>'day',
      document_type = case kind when 'results' then 'DT_RESULT' else 'DT_PLAY_BY_PLAY' end`.execute(db);
    await sql`
    alter table document alter column document_type set not null, alter column logical_date set not null,
      alter column about set not null`.execute(db);
    await sql`create index document_about on document using gin (about)`.execute(db);
    await sql`create index document_kind on document (kind, subject)`.execute(db);

    // Sessions are claimed by schedules, as units are.
    await sql`alter table claim drop constraint claim_kind_check`.execute(db);
    await sql`create index claim_session on claim ((facts->>'session')) where kind = 'unit'`.execute(db);

    // What lists of units are asked for; and who leads, under the names of the messages, for when the register changes.
    await sql`alter table unit add column event text not null default ''`.execute(db);
    await sql`alter table unit add column event_name text`.execute(db);
    await sql`alter table unit add column venue text`.execute(db);
    await sql`alter table unit add column leaders jsonb not null default '[]'`.execute(db);
    await sql`alter table unit add column leader_codes text[] not null default '{}'`.execute(db);
    await sql`create index unit_event on unit (event)`.execute(db);
    await sql`create index unit_leaders on unit using gin (leader_codes)`.execute(db);

    // Events as lists show them.
    await sql`create table event (rsc text primary key, discipline text not null, summary jsonb not null)`.execute(db);

    // Who did what in which unit: one line for each competitor of its result or start list.
    await sql`
    create table outcome (
      unit text not null,
      competitor text not null,
      organisation text not null,
      athletes text[] not null,
      rank text,
      result text,
      diff text,
      outcome text,
      invalid_mark text,
      qualification text,
      primary key (unit, competitor)
    )`.execute(db);
    await sql`create index outcome_competitor on outcome (competitor)`.execute(db);
    await sql`create index outcome_athletes on outcome using gin (athletes)`.execute(db);
    await sql`create index outcome_organisation on outcome (organisation)`.execute(db);

    // The medals that were won; a competitor has one of a kind in an event, however often messages name it.
    await sql`
    create table medal (
      event text not null,
      medal text not null check (medal in ('gold', 'silver', 'bronze')),
      competitor text not null,
      position integer not null,
      organisation text not null,
      athletes text[] not null,
      day date,
      sent_at text not null,
      document text not null,
      facts jsonb not null,
      primary key (event, medal, competitor)
    )`.execute(db);
    await sql`create index medal_organisation on medal (organisation)`.execute(db);
    await sql`create index medal_competitor on medal (competitor)`.execute(db);
    await sql`create index medal_athletes on medal using gin (athletes)`.execute(db);
  },
};
