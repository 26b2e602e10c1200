import { sql, type Migrations } from '@altis/database';

/** Facts of units without play-by-play: a timed run, a jumping. */
export const facts: Migrations = {
  '0003_facts': async (db) => {
    await sql`
      create table fact (
        unit text not null,
        fact_id text not null,
        competitor text,
        stated jsonb not null,
        withdrawn boolean not null,
        primary key (unit, fact_id)
      )`.execute(db);
  },
};
