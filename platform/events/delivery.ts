import { sql, type Database, type Transaction } from '@altis/database';
import { messageOf, type Log } from '@altis/kernel';
import type { EventHandler, RecordedEvent } from './event-type.ts';
import { failuresBeforeParking, parkEvent } from './park-event.ts';

/** Poll in case a notification was lost, and while an older transaction still holds events back. */
const idlePollMs = 2_000;
const heldBackPollMs = 20;
const seenEveryMs = 3_600_000;

/** The subscriber that hands the outbox on to JetStream. */
export const relayName = 'jetstream';

type Delivered = { readonly pauseMs: number };
type Cursor = { transaction_id: string; number: string; failures: number; reason: string | null };
type OutboxRow = { transaction_id: string; number: string } & RecordedEvent;

export type DeliveryOptions<Tables> = {
  /** Who takes the events in; its progress is kept under this name. */
  readonly subscriber: string;
  /** The subscriber's own database: its writes and its progress commit together. */
  readonly db: Database<Tables>;
  /** Takes one event in; called for every event, also those the subscriber has no use for. */
  readonly takeIn: EventHandler<unknown, Tables>;
  /** Calls back when the outbox may have something new; returns the way to stop. */
  readonly onWake: (wake: () => void) => () => void;
  readonly log: Log;
};

export interface Delivery {
  close(): Promise<void>;
}

/**
 * Delivers the outbox to one subscriber, in order, each event once in effect: the handler's writes and the cursor are
 * one transaction of that event alone, so that what a handler locks is not held for the next one. A failing event is
 * retried with growing pauses and then parked with the reason. Of several processes that run the same subscriber, one
 * delivers at a time.
 */
export async function startDelivery<Tables>(options: DeliveryOptions<Tables>): Promise<Delivery> {
  const { subscriber, db, onWake, log } = options;
  await keepCursor(db, subscriber);
  const seeing = setInterval(() => void keepCursor(db, subscriber).catch(() => undefined), seenEveryMs).unref();

  let closed = false;
  let wake: () => void = () => undefined;
  const stopWaking = onWake(() => wake());

  const loop = (async () => {
    while (!closed) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const { pauseMs } = await deliverNext(options).catch(async (error: unknown): Promise<Delivered> => {
        if (!closed) log.warn({ subscriber, reason: messageOf(error) }, 'Events could not be taken in; will try again');
        return { pauseMs: await noteFailure(db, subscriber, messageOf(error)).catch(() => idlePollMs) };
      });
      if (pauseMs > 0 && !closed) await Promise.race([woken, pause(pauseMs)]);
    }
  })();

  return {
    async close() {
      closed = true;
      clearInterval(seeing);
      stopWaking();
      wake();
      await loop;
    },
  };
}

async function deliverNext<Tables>(options: DeliveryOptions<Tables>): Promise<Delivered> {
  return options.db.transaction().execute(async (trx) => {
    const cursor = await lockCursor(trx, options.subscriber);
    if (cursor === undefined) return { pauseMs: idlePollMs };
    const next = await readOutbox(trx, cursor);
    if (next === undefined) return { pauseMs: (await isHeldBack(trx, cursor)) ? heldBackPollMs : idlePollMs };

    if (cursor.failures >= failuresBeforeParking) {
      options.log.error({ subscriber: options.subscriber, event: next.id, name: next.name }, 'An event was set aside');
      await parkEvent(trx, options.subscriber, next, cursor.reason ?? 'unknown');
    } else {
      const { id, name, occurredAt, requestId, payload } = next;
      await options.takeIn({ id, name, occurredAt, requestId, payload }, trx);
    }
    await sql`
      update events.subscriber
      set transaction_id = ${next.transaction_id}::xid8, number = ${next.number}, failures = 0, reason = null, retry_at = null
      where name = ${options.subscriber}`.execute(trx);
    return { pauseMs: 0 };
  });
}

/**
 * Makes the subscriber's cursor, or notes that its subscriber still runs. The relay to JetStream begins where the
 * subscribers that took events in directly have come to; any other begins with the oldest event.
 */
async function keepCursor<Tables>(db: Database<Tables>, subscriber: string): Promise<void> {
  await sql`
    insert into events.subscriber (name, transaction_id, number)
    select ${subscriber}, coalesce(lowest.transaction_id, '0'), coalesce(lowest.number, 0)
    from (values (true)) as one left join lateral (
      select transaction_id, number from events.subscriber
      where ${subscriber === relayName} order by transaction_id, number limit 1
    ) as lowest on true
    on conflict (name) do update set seen_at = now()`.execute(db);
}

/** The subscriber's place in the outbox, locked; `undefined` while another process holds it or a pause runs. */
async function lockCursor<Tables>(trx: Transaction<Tables>, subscriber: string): Promise<Cursor | undefined> {
  const { rows } = await sql<Cursor>`
    select transaction_id::text, number::text, failures, reason from events.subscriber
    where name = ${subscriber} and (retry_at is null or retry_at <= now())
    for update skip locked`.execute(trx);
  return rows[0];
}

/** In the order of the columns as numbers: by their bare names PostgreSQL would take the texts that are selected, "100" before "99". */
async function readOutbox<Tables>(trx: Transaction<Tables>, after: Cursor): Promise<OutboxRow | undefined> {
  const { rows } = await sql<OutboxRow>`
    select transaction_id::text, number::text, id, name, payload, request_id as "requestId",
      to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt"
    from events.outbox
    where (transaction_id, number) > (${after.transaction_id}::xid8, ${after.number}::bigint)
      and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    order by outbox.transaction_id, outbox.number
    limit 1`.execute(trx);
  return rows[0];
}

async function isHeldBack<Tables>(trx: Transaction<Tables>, after: Cursor): Promise<boolean> {
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (
      select 1 from events.outbox
      where (transaction_id, number) > (${after.transaction_id}::xid8, ${after.number}::bigint)
    ) as waiting`.execute(trx);
  return rows[0]?.waiting ?? false;
}

/** Holds the subscriber back for 0.1 s, then 0.2 s, 0.4 s… up to 30 s, and returns that. */
async function noteFailure<Tables>(db: Database<Tables>, subscriber: string, reason: string): Promise<number> {
  const { rows } = await sql<{ pause_ms: number }>`
    update events.subscriber
    set failures = failures + 1, reason = ${reason}, retry_at = now() + least(30, 0.1 * power(2, failures)) * interval '1 second'
    where name = ${subscriber}
    returning ceil(extract(epoch from retry_at - now()) * 1000)::integer as pause_ms`.execute(db);
  return rows[0]?.pause_ms ?? idlePollMs;
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}
