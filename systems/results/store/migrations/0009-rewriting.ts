import { sql, type Migrations } from '@altis/database';

export const migrations: Migrations = {
  '0009_rewriting': async (db) => {
    // Rewritten with every result, and only the newest is kept: to compress them each time costs more than their space.
    await sql`alter table document alter column content set storage external`.execute(db);
    await sql`alter table fact_state alter column state set storage external`.execute(db);
    // Room on each page for the next version of a row, so that indexes need not be touched (manual, 66.7).
    for (const table of ['document', 'fact_state', 'unit', 'outcome']) {
      await sql`alter table ${sql.ref(table)} set (fillfactor = 75)`.execute(db);
    }
  },
};
