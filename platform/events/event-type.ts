import type { Transaction } from '@altis/database';
import { withCall, type CallScope } from '@altis/kernel';
import type * as z from 'zod';

/**
 * A kind of event, declared in the contract of the system that states it:
 * `{ name: 'results.action.recorded.v1', payload: z.object({ … }) } as const`. Events are facts, named in the past tense.
 */
export type EventType<Payload = unknown> = { readonly name: string; readonly payload: z.ZodType<Payload> };

/** One event as subscribers see it. */
export type RecordedEvent<Payload = unknown> = {
  /** `event_…`; the same whenever and wherever it is delivered. */
  readonly id: string;
  readonly name: string;
  /** ISO 8601 instant of the transaction that stated the fact. */
  readonly occurredAt: string;
  /** The request in which it happened, for the logs. */
  readonly requestId: string;
  readonly payload: Payload;
};

/** Takes an event in; what it writes through `trx` commits together with the note that the event was taken in. */
export type EventHandler<Payload, Tables> = (event: RecordedEvent<Payload>, trx: Transaction<Tables>) => Promise<void>;

export type Subscription<Tables = unknown> = {
  readonly type: EventType;
  readonly handle: EventHandler<unknown, Tables>;
};

/** Subscribes to a kind of event: `on(ActionRecorded, async ({ payload }, trx) => …)`. */
export function on<Payload, Tables>(
  type: EventType<Payload>,
  handle: EventHandler<Payload, Tables>,
): Subscription<Tables> {
  return { type, handle: (event, trx) => handle({ ...event, payload: type.payload.parse(event.payload) }, trx) };
}

/** Hands each event to the subscriptions of its kind, in the name of the subscribing system. */
export function dispatchTo<Tables>(
  subscriber: string,
  subscriptions: readonly Subscription<Tables>[],
): EventHandler<unknown, Tables> {
  return async (event, trx) => {
    const call: CallScope = { actor: { kind: 'system', name: subscriber }, requestId: event.requestId };
    for (const { type, handle } of subscriptions) {
      if (type.name === event.name) await withCall(call, () => handle(event, trx));
    }
  };
}
