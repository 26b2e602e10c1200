import { listen, openSchema, type Database, type DatabaseServer } from '@altis/database';
import type { Log } from '@altis/kernel';
import { relayName, startDelivery } from './delivery.ts';
import type { RecordedEvent, Subscription } from './event-type.ts';
import { openJetStream } from './jetstream.ts';
import { eventMigrations } from './migrations.ts';
import { outboxChannel } from './outbox.ts';
import { pruneOutbox } from './prune-outbox.ts';
import { renumberOutbox } from './renumber-outbox.ts';
import { takeInOnce } from './take-in-once.ts';

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
  await renumberOutbox(own.db, log);
  const wakers = new Set<() => void>();
  const wakeAll = (): void => wakers.forEach((wake) => wake());
  const channel = await listen({ server, channel: outboxChannel, onNotice: wakeAll, onReconnect: wakeAll, log });
  const onWake = (wake: () => void): (() => void) => {
    wakers.add(wake);
    return () => wakers.delete(wake);
  };
  const running: { close(): Promise<void> }[] = [];
  const pruning = setInterval(() => void pruneOutbox(own.db).catch(() => undefined), pruneEveryMs).unref();

  const stream = natsUrl === undefined ? undefined : await openJetStream(natsUrl, log);
  if (stream !== undefined) {
    const takeIn = (event: RecordedEvent): Promise<void> => stream.publish(event);
    running.push(await startDelivery({ subscriber: relayName, db: own.db, takeIn, onWake, log }));
  }

  return {
    async subscribe(subscriber, db, subscriptions) {
      if (subscriptions.length === 0) return;
      const takeIn = takeInOnce(subscriber, subscriptions);
      running.push(
        stream === undefined
          ? await startDelivery({ subscriber, db, takeIn, onWake, log })
          : await stream.consume(subscriber, db, takeIn),
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
