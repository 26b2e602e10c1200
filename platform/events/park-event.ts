import { sql, type Database, type Transaction } from '@altis/database';
import type { RecordedEvent } from './event-type.ts';

/** How many failures one event may cause before it is set aside, so that those behind it can pass. */
export const failuresBeforeParking = 6;

/** Keeps an event that a subscriber cannot take in, with the reason, for a person to look at. */
export async function parkEvent<Tables>(
  db: Database<Tables> | Transaction<Tables>,
  subscriber: string,
  event: Pick<RecordedEvent, 'id' | 'name' | 'payload'>,
  reason: string,
): Promise<void> {
  await sql`
    insert into events.parked (subscriber, event_id, name, payload, reason)
    values (${subscriber}, ${event.id}, ${event.name}, ${JSON.stringify(event.payload)}::jsonb, ${reason})
    on conflict do nothing`.execute(db);
}
