import { notifyAtCommit, sql, type Transaction } from '@altis/database';
import { currentCall, newId } from '@altis/kernel';
import type { EventType } from './event-type.ts';
import { isQuiet } from './quietly.ts';

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
  await publishAll(trx, type, [payload]);
}

/** As `publish`, for many facts at once, in their order. */
export async function publishAll<Payload, Tables>(
  trx: Transaction<Tables>,
  type: EventType<Payload>,
  payloads: readonly Payload[],
): Promise<void> {
  if (payloads.length === 0 || isQuiet()) return;
  const ids = payloads.map(() => newId('event'));
  const checked = payloads.map((payload) => JSON.stringify(type.payload.parse(payload)));
  await sql`
    insert into events.outbox (id, name, payload, request_id)
    select id, ${type.name}, payload::jsonb, ${currentCall().requestId}
    from unnest(${ids}::text[], ${checked}::text[]) with ordinality as stated (id, payload, number)
    order by number`.execute(trx);
  await notifyAtCommit(trx, outboxChannel, '');
}
