import { sql, type Transaction } from '@altis/database';

/**
 * Lets one transaction at a time decide on messages about the same thing, side by side with messages about others (see
 * `lockRebuild`); a message whose actions and results bear names reads these, too (see `lockNames`).
 */
export async function lockMessage<Tables>(
  trx: Transaction<Tables>,
  {
    feed,
    documentCode,
    readsNames,
  }: { readonly feed: string; readonly documentCode: string; readonly readsNames: boolean },
): Promise<void> {
  await sql`
    select pg_advisory_xact_lock_shared(hashtextextended('results rebuild', 0)),
      pg_advisory_xact_lock(hashtextextended(${`results document ${feed} ${documentCode}`}, 0)),
      case when ${readsNames} then pg_advisory_xact_lock_shared(hashtextextended('results names', 0)) end`.execute(trx);
}

/** Lets one transaction at a time decide on things of one kind with that code; others wait. */
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
 * Names are read under a lock that readers share, and changed under this one, which excludes them: an action is published with
 * a name either before the name changes, and then corrected, or after.
 */
export async function lockNames<Tables>(trx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('results names', 0))`.execute(trx);
}

/**
 * Lets one transaction at a time take in a list of one kind, side by side with results: whether a list changes what holds
 * depends on what others say of the same people.
 */
export async function lockLists<Tables>(trx: Transaction<Tables>, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`results lists ${kind}`}, 0))`.execute(trx);
}

/** Lets one transaction at a time put together what is known of events; in one order, so that none waits for another in turn. */
export async function lockEvents<Tables>(trx: Transaction<Tables>, events: readonly string[]): Promise<void> {
  const keys = [...new Set(events)].sort().map((event) => `results event ${event}`);
  if (keys.length === 0) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) as key`.execute(trx);
}

/** Messages are taken in side by side; while a rebuild puts what it made in the place of what was, none is. */
export async function lockRebuild<Tables>(trx: Transaction<Tables>, use: 'share' | 'exclude'): Promise<void> {
  const key = sql`hashtextextended('results rebuild', 0)`;
  await (use === 'share'
    ? sql`select pg_advisory_xact_lock_shared(${key})`.execute(trx)
    : sql`select pg_advisory_xact_lock(${key})`.execute(trx));
}
