import { sql, type Database } from '@altis/database';
import { messageOf, type Log } from '@altis/kernel';
import { AckPolicy, jetstream, jetstreamManager, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { connect, nanos } from '@nats-io/transport-node';
import * as z from 'zod';
import { failuresBeforeParking, parkEvent } from './park-event.ts';
import { dispatchTo, type EventHandler, type Subscription } from './event-type.ts';

const streamName = 'ALTIS_EVENTS';
const subjectPrefix = 'altis.events';

const Envelope = z.object({
  id: z.string(),
  name: z.string(),
  occurredAt: z.string(),
  requestId: z.string(),
  payload: z.unknown(),
});
type Envelope = z.infer<typeof Envelope>;

/** Events over NATS JetStream: published from the outbox, consumed durably, taken in once by their id. */
export interface JetStreamLink {
  publish(event: Envelope): Promise<void>;
  consume<Tables>(
    subscriber: string,
    db: Database<Tables>,
    subscriptions: readonly Subscription<Tables>[],
  ): Promise<{ close(): Promise<void> }>;
  close(): Promise<void>;
}

/** Connects and makes the stream if it is not there. `url` such as `nats://127.0.0.1:4222`; several, separated by commas, name a cluster. */
export async function openJetStream(url: string, log: Log): Promise<JetStreamLink> {
  const connection = await connect({ servers: url.split(','), name: 'altis', maxReconnectAttempts: -1 });
  const manager = await jetstreamManager(connection);
  await manager.streams.add({
    name: streamName,
    subjects: [`${subjectPrefix}.>`],
    max_age: nanos(7 * 24 * 3_600_000),
    duplicate_window: nanos(10 * 60_000),
  });
  const client = jetstream(connection);

  return {
    async publish(event) {
      await client.publish(`${subjectPrefix}.${event.name}`, JSON.stringify(event), { msgID: event.id });
    },

    async consume<Tables>(subscriber: string, db: Database<Tables>, subscriptions: readonly Subscription<Tables>[]) {
      await manager.consumers.add(streamName, {
        durable_name: subscriber,
        ack_policy: AckPolicy.Explicit,
        // One at a time keeps a correction behind the fact that it corrects.
        max_ack_pending: 1,
        ack_wait: nanos(30_000),
        // Several filters need NATS 2.10; what a subscriber has no use for is passed over on arrival.
        filter_subject: `${subjectPrefix}.>`,
      });
      const consumer = await client.consumers.get(streamName, subscriber);
      const messages = await consumer.consume();
      const handle = dispatchTo(subscriber, subscriptions);
      const done = takeInAll(messages, {
        takeIn: (event) => takeInOnce(db, subscriber, handle, event),
        park: (event, reason) => parkEvent(db, subscriber, event, reason),
        log,
      });
      return {
        async close() {
          await messages.close();
          await done;
        },
      };
    },

    close: () => connection.drain(),
  };
}

type Intake = {
  readonly takeIn: (event: Envelope) => Promise<void>;
  readonly park: (event: Envelope, reason: string) => Promise<void>;
  readonly log: Log;
};

async function takeInAll(messages: ConsumerMessages, { takeIn, park, log }: Intake): Promise<void> {
  for await (const message of messages) {
    const event = Envelope.parse(message.json());
    try {
      await takeIn(event);
      message.ack();
    } catch (error) {
      const reason = messageOf(error);
      log.warn({ event: event.id, name: event.name, reason }, 'An event could not be taken in');
      if (message.info.deliveryCount > failuresBeforeParking) {
        await park(event, reason).then(
          () => message.term(),
          () => message.nak(retryDelayMs(message)),
        );
      } else {
        message.nak(retryDelayMs(message));
      }
    }
  }
}

function retryDelayMs(message: JsMsg): number {
  return Math.min(30_000, 200 * 2 ** message.info.deliveryCount);
}

/** The note that the event was taken in commits with what the handlers write, so a redelivery changes nothing. */
async function takeInOnce<Tables>(
  db: Database<Tables>,
  subscriber: string,
  handle: EventHandler<unknown, Tables>,
  event: Envelope,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql`
      insert into events.taken_in (subscriber, event_id) values (${subscriber}, ${event.id})
      on conflict do nothing returning event_id`.execute(trx);
    if (rows.length === 0) return;
    await handle(event, trx);
  });
}
