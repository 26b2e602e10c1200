import { sql, type QueryExecutorProvider } from 'kysely';

type Notices = Map<string, { readonly channel: string; readonly payload: string }>;

/** The notices of transactions that are open, each once. */
const gathered = new WeakMap<QueryExecutorProvider, Notices>();

/**
 * Sends a notice to all listeners of a channel when the transaction is kept. In `runInTransaction` notices are gathered and
 * handed to the database in one statement at the end; PostgreSQL tells them at the commit, each once, in either case. The
 * payload has at most 7,999 bytes.
 */
export async function notifyAtCommit(trx: QueryExecutorProvider, channel: string, payload: string): Promise<void> {
  const notices = gathered.get(trx);
  if (notices === undefined) await sql`select pg_notify(${channel}, ${payload})`.execute(trx);
  else notices.set(JSON.stringify([channel, payload]), { channel, payload });
}

/** Does the work of a transaction, and then tells the database its notices. */
export async function gatheringNotices<Trx extends QueryExecutorProvider, Result>(
  trx: Trx,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const notices: Notices = new Map();
  gathered.set(trx, notices);
  const result = await work(trx);
  const channels = Array.from(notices.values(), ({ channel }) => channel);
  const payloads = Array.from(notices.values(), ({ payload }) => payload);
  if (channels.length > 0) {
    await sql`
      select pg_notify(channel, payload)
      from unnest(${channels}::text[], ${payloads}::text[]) as notice (channel, payload)`.execute(trx);
  }
  return result;
}
