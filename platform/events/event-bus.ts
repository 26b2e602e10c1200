import { listen, openSchema, sql, type Database, type DatabaseServer } from '@altis/database';
import type { Log } from '@altis/kernel';
import { startDelivery } from './delivery.ts';
import { dispatchTo, type RecordedEvent, type Subscription } from './event-type.ts';
import { openJetStream } from './jetstream.ts';
import { eventMigrations } from './migrations.ts';
import { outboxChannel } from './outbox.ts';

/** Carries events from the outbox to the systems that subscribe, in whichever process they run. */
export interface EventBus {
  /** Begins to deliver to a system; events stated while it was away are delivered first. */
  subscribe<Tables>(
    subscriber: string,
    db: Database<Tables>,
    subscriptions: readonly Subscription<Tables>[],
  ): Promise<void>;
  close(): Promise<void>;
}

export type EventBusOptions = {
  readonly server: DatabaseServer;
  /** With a NATS URL, events travel over JetStream; without, straight from the outbox by LISTEN/NOTIFY. */
  readonly natsUrl?: string | undefined;
  readonly log: Log;
};

const keptForDays = 30;
const pruneEveryMs = 3_600_000;

/** Opens the schema `events` and, where a NATS URL is given, the stream. Throws when NATS cannot be reached. */
export async function openEventBus({ server, natsUrl, log }: EventBusOptions): Promise<EventBus> {
  const own = await openSchema<unknown>({
    server,
    schema: 'events',
    migrations: eventMigrations,
    log,
    maxConnections: 2,
  });
  const wakers = new Set<() => void>();
  const wakeAll = (): void => wakers.forEach((wake) => wake());
  const channel = await listen({ server, channel: outboxChannel, onNotice: wakeAll, onReconnect: wakeAll, log });
  const onWake = (wake: () => void): (() => void) => {
    wakers.add(wake);
    return () => wakers.delete(wake);
  };
  const running: { close(): Promise<void> }[] = [];
  const pruning = setInterval(() => void prune(own.db).catch(() => undefined), pruneEveryMs).unref();

  const stream = natsUrl === undefined ? undefined : await openJetStream(natsUrl, log);
  if (stream !== undefined) {
    const takeIn = (event: RecordedEvent): Promise<void> => stream.publish(event);
    running.push(await startDelivery({ subscriber: 'jetstream', db: own.db, takeIn, onWake, log }));
  }

  return {
    async subscribe(subscriber, db, subscriptions) {
      if (subscriptions.length === 0) return;
      running.push(
        stream === undefined
          ? await startDelivery({ subscriber, db, takeIn: dispatchTo(subscriber, subscriptions), onWake, log })
          : await stream.consume(subscriber, db, subscriptions),
      );
    },
    async close() {
      clearInterval(pruning);
      await Promise.all(running.map((delivery) => delivery.close()));
      await stream?.close();
      await channel.close();
      await own.close();
    },
  };
}

/** Forgets events that every subscriber has taken in and that are older than the retention. */
async function prune(db: Database<unknown>): Promise<void> {
  await sql`
    delete from events.outbox
    where occurred_at < now() - ${keptForDays} * interval '1 day'
      and not exists (
        select 1 from events.subscriber
        where (subscriber.transaction_id, subscriber.number) < (outbox.transaction_id, outbox.number)
      )`.execute(db);
  await sql`delete from events.taken_in where at < now() - ${keptForDays} * interval '1 day'`.execute(db);
}
