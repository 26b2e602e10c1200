import { sql, type Database, type Transaction } from '@altis/database';
import { messageOf, type Log } from '@altis/kernel';
import type { EventHandler, RecordedEvent } from './event-type.ts';

/** How many failures one event may cause before it is set aside, so that those behind it can pass. */
const failuresBeforeParking = 6;
const batchSize = 100;
/** Poll in case a notification was lost, and while an older transaction still holds events back. */
const idlePollMs = 2_000;
const heldBackPollMs = 20;

type Delivered = 'some' | 'none' | 'held-back';
type Cursor = { transaction_id: string; number: string; failures: number };
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
 * one transaction. A failing event is retried with growing pauses and then parked with the reason. Of several
 * processes that run the same subscriber, one delivers at a time.
 */
export async function startDelivery<Tables>(options: DeliveryOptions<Tables>): Promise<Delivery> {
  const { subscriber, db, onWake, log } = options;
  await sql`insert into events.subscriber (name) values (${subscriber}) on conflict do nothing`.execute(db);

  let closed = false;
  let wake: () => void = () => undefined;
  const stopWaking = onWake(() => wake());

  const loop = (async () => {
    while (!closed) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const delivered = await deliverBatch(options).catch(async (error: unknown): Promise<Delivered> => {
        if (closed) return 'none';
        log.warn({ subscriber, reason: messageOf(error) }, 'Events could not be taken in; will try again');
        await noteFailure(db, subscriber).catch(() => undefined);
        return 'none';
      });
      if (delivered === 'some' || closed) continue;
      await Promise.race([woken, pause(delivered === 'held-back' ? heldBackPollMs : idlePollMs)]);
    }
  })();

  return {
    async close() {
      closed = true;
      stopWaking();
      wake();
      await loop;
    },
  };
}

async function deliverBatch<Tables>(options: DeliveryOptions<Tables>): Promise<Delivered> {
  return options.db.transaction().execute(async (trx) => {
    const cursor = await lockCursor(trx, options.subscriber);
    if (cursor === undefined) return 'none';
    const rows = await readOutbox(trx, cursor, cursor.failures === 0 ? batchSize : 1);
    const last = rows.at(-1);
    if (last === undefined) return (await isHeldBack(trx, cursor)) ? 'held-back' : 'none';

    if (cursor.failures >= failuresBeforeParking) await park(trx, options, last);
    else
      for (const { id, name, occurredAt, requestId, payload } of rows) {
        await options.takeIn({ id, name, occurredAt, requestId, payload }, trx);
      }
    await sql`
      update events.subscriber
      set transaction_id = ${last.transaction_id}::xid8, number = ${last.number}, failures = 0, retry_at = null
      where name = ${options.subscriber}`.execute(trx);
    return 'some';
  });
}

/** The subscriber's place in the outbox, locked; `undefined` while another process holds it or a pause runs. */
async function lockCursor<Tables>(trx: Transaction<Tables>, subscriber: string): Promise<Cursor | undefined> {
  const { rows } = await sql<Cursor>`
    select transaction_id::text, number::text, failures from events.subscriber
    where name = ${subscriber} and (retry_at is null or retry_at <= now())
    for update skip locked`.execute(trx);
  return rows[0];
}

async function readOutbox<Tables>(trx: Transaction<Tables>, after: Cursor, limit: number): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`
    select transaction_id::text, number::text, id, name, payload, request_id as "requestId",
      to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt"
    from events.outbox
    where (transaction_id, number) > (${after.transaction_id}::xid8, ${after.number}::bigint)
      and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    order by transaction_id, number
    limit ${limit}`.execute(trx);
  return rows;
}

async function isHeldBack<Tables>(trx: Transaction<Tables>, after: Cursor): Promise<boolean> {
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (
      select 1 from events.outbox
      where (transaction_id, number) > (${after.transaction_id}::xid8, ${after.number}::bigint)
    ) as waiting`.execute(trx);
  return rows[0]?.waiting ?? false;
}

/** Pauses the subscriber for 0.2 s, then 0.4 s, 0.8 s… up to 30 s; from then on it takes one event at a time. */
async function noteFailure<Tables>(db: Database<Tables>, subscriber: string): Promise<void> {
  await sql`
    update events.subscriber
    set failures = failures + 1, retry_at = now() + least(30, 0.2 * power(2, failures)) * interval '1 second'
    where name = ${subscriber}`.execute(db);
}

async function park<Tables>(
  trx: Transaction<Tables>,
  { subscriber, log }: DeliveryOptions<Tables>,
  row: OutboxRow,
): Promise<void> {
  log.error({ subscriber, event: row.id, name: row.name }, 'An event was set aside after repeated failures');
  await sql`
    insert into events.parked (subscriber, event_id, name, payload, reason)
    values (${subscriber}, ${row.id}, ${row.name}, ${JSON.stringify(row.payload)}::jsonb,
      ${`failed ${failuresBeforeParking} times; see the log`})
    on conflict do nothing`.execute(trx);
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}
