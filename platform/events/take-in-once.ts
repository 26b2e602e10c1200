import { sql } from '@altis/database';
import { dispatchTo, type EventHandler, type Subscription } from './event-type.ts';

/**
 * Takes events in for a subscriber, each once in effect: the note that it was taken in commits with what the handlers
 * write. So a redelivery changes nothing, nor does a change of the engine or a cursor that was set back.
 */
export function takeInOnce<Tables>(
  subscriber: string,
  subscriptions: readonly Subscription<Tables>[],
): EventHandler<unknown, Tables> {
  const dispatch = dispatchTo(subscriber, subscriptions);
  return async (event, trx) => {
    const { rows } = await sql`
      insert into events.taken_in (subscriber, event_id) values (${subscriber}, ${event.id})
      on conflict do nothing returning event_id`.execute(trx);
    if (rows.length > 0) await dispatch(event, trx);
  };
}
