import { sql, type Transaction } from '@altis/database';

/** Lets one transaction at a time decide on messages about the same thing; others wait. */
export async function lockDocument<Tables>(
  trx: Transaction<Tables>,
  feed: string,
  documentCode: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`results document ${feed} ${documentCode}`}, 0))`.execute(
    trx,
  );
}

/**
 * Names are read under a lock that readers share, and changed under one that excludes them: an action is published with
 * a name either before the name changes, and then corrected, or after.
 */
export async function lockNames<Tables>(trx: Transaction<Tables>, use: 'read' | 'change'): Promise<void> {
  const key = sql`hashtextextended('results names', 0)`;
  await (use === 'read'
    ? sql`select pg_advisory_xact_lock_shared(${key})`.execute(trx)
    : sql`select pg_advisory_xact_lock(${key})`.execute(trx));
}

/** Lets one transaction at a time put together what is known of events; in one order, so that none waits for another in turn. */
export async function lockEvents<Tables>(trx: Transaction<Tables>, events: readonly string[]): Promise<void> {
  for (const event of events.toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`results event ${event}`}, 0))`.execute(trx);
  }
}

/** Messages are taken in side by side; while a rebuild puts what it made in the place of what was, none is. */
export async function lockRebuild<Tables>(trx: Transaction<Tables>, use: 'share' | 'exclude'): Promise<void> {
  const key = sql`hashtextextended('results rebuild', 0)`;
  await (use === 'share'
    ? sql`select pg_advisory_xact_lock_shared(${key})`.execute(trx)
    : sql`select pg_advisory_xact_lock(${key})`.execute(trx));
}
