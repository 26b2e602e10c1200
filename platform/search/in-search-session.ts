import { sql, type Database } from '@altis/database';

/**
 * Runs the statements of a search planned for the text index. Without these settings the planner reads the whole table, as it
 * takes fetching every document's tokens to be free, and compiles statements that end sooner than their compilation.
 * The settings of a caller's own transaction are put back.
 */
export async function inSearchSession<Tables, Result>(
  db: Database<Tables>,
  work: (session: Database<Tables>) => Promise<Result>,
): Promise<Result> {
  if (!db.isTransaction) {
    return db.transaction().execute(async (trx) => {
      await applySettings(trx, forSearch);
      return work(trx);
    });
  }
  const { rows } = await sql<Settings>`
    select current_setting('enable_seqscan') as seqscan, current_setting('jit') as jit`.execute(db);
  await applySettings(db, forSearch);
  const result = await work(db);
  await applySettings(db, rows[0] ?? forSearch);
  return result;
}

type Settings = { readonly seqscan: string; readonly jit: string };

const forSearch: Settings = { seqscan: 'off', jit: 'off' };

async function applySettings<Tables>(db: Database<Tables>, { seqscan, jit }: Settings): Promise<void> {
  await sql`
    select set_config('enable_seqscan', ${seqscan}, true), set_config('jit', ${jit}, true)`.execute(db);
}
