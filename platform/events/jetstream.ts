import { setTimeout } from 'node:timers/promises';
import type { Database } from '@altis/database';
import { messageOf, type Log } from '@altis/kernel';
import { AckPolicy, jetstream, jetstreamManager, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { connect, nanos } from '@nats-io/transport-node';
import * as z from 'zod';
import { failuresBeforeParking, parkEvent } from './park-event.ts';
import type { EventHandler } from './event-type.ts';

const streamName = 'ALTIS_EVENTS';
const subjectPrefix = 'altis.events';
const reopenAfterMs = 1_000;

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
    takeIn: EventHandler<unknown, Tables>,
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

    async consume(subscriber, db, takeIn) {
      const open = async (): Promise<ConsumerMessages> => {
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
        return consumer.consume({ abort_on_missing_resource: true });
      };
      return keepConsuming(open, {
        takeIn: (event) => db.transaction().execute((trx) => takeIn(event, trx)),
        park: (event, reason) => parkEvent(db, subscriber, event, reason),
        log,
      });
    },

    close: () => connection.drain(),
  };
}

type Intake = {
  readonly takeIn: (event: Envelope) => Promise<void>;
  readonly park: (event: Envelope, reason: string) => Promise<void>;
  readonly log: Log;
};

/** Takes messages in until it is closed; where they end by themselves, such as with a lost consumer, it opens them again. */
async function keepConsuming(
  open: () => Promise<ConsumerMessages>,
  intake: Intake,
): Promise<{ close(): Promise<void> }> {
  const closing = new AbortController();
  let messages: ConsumerMessages | undefined = await open();
  const loop = (async () => {
    while (!closing.signal.aborted) {
      try {
        messages ??= await open();
        if (!closing.signal.aborted) await takeInAll(messages, intake);
      } catch (error) {
        intake.log.warn({ reason: messageOf(error) }, 'Events from JetStream ended; will begin again');
      }
      await messages?.close().catch(() => undefined);
      messages = undefined;
      await setTimeout(reopenAfterMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  })();
  return {
    async close() {
      closing.abort();
      await messages?.close();
      await loop;
    },
  };
}

async function takeInAll(messages: ConsumerMessages, intake: Intake): Promise<void> {
  let hasWarned = false;
  for await (const message of messages) {
    const event = readEnvelope(message);
    if (event !== undefined) {
      await takeInOrRetry(message, event, intake);
      continue;
    }
    if (!hasWarned) intake.log.warn({ subject: message.subject }, 'A message that is no event of Altis was left out');
    hasWarned = true;
    message.term();
  }
}

/** The event in a message; `undefined` for what others sent to the subject. */
function readEnvelope(message: JsMsg): Envelope | undefined {
  try {
    return Envelope.parse(message.json());
  } catch {
    return undefined;
  }
}

async function takeInOrRetry(message: JsMsg, event: Envelope, { takeIn, park, log }: Intake): Promise<void> {
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

function retryDelayMs(message: JsMsg): number {
  return Math.min(30_000, 200 * 2 ** message.info.deliveryCount);
}
