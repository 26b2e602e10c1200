import { sql, type Transaction } from '@altis/database';
import { currentCall, newId } from '@altis/kernel';
import type { EventType } from './event-type.ts';

/** Channel on which the database wakes the delivery of events. */
export const outboxChannel = 'altis_outbox';

/**
 * States a fact in the caller's own transaction: it becomes known if, and only if, that transaction commits.
 * Throws a ZodError when the payload is not what its type promises.
 */
export async function publish<Payload, Tables>(
  trx: Transaction<Tables>,
  type: EventType<Payload>,
  payload: Payload,
): Promise<void> {
  const checked = JSON.stringify(type.payload.parse(payload));
  await sql`
    insert into events.outbox (id, name, payload, request_id)
    values (${newId('event')}, ${type.name}, ${checked}::jsonb, ${currentCall().requestId})`.execute(trx);
  await sql`select pg_notify(${outboxChannel}, '')`.execute(trx);
}
