import { sql, type Database } from '@altis/database';

const keptForDays = 30;
const cursorKeptForDays = 7;

/**
 * Forgets events that every subscriber has taken in and that are older than the retention. A subscriber that has not
 * run for a week no longer counts, so that one that was switched off does not hold the outbox for ever.
 */
export async function pruneOutbox<Tables>(db: Database<Tables>): Promise<void> {
  await sql`
    delete from events.subscriber
    where seen_at < now() - ${cursorKeptForDays} * interval '1 day'`.execute(db);
  await sql`
    delete from events.outbox
    where occurred_at < now() - ${keptForDays} * interval '1 day'
      and not exists (
        select 1 from events.subscriber
        where (subscriber.transaction_id, subscriber.number) < (outbox.transaction_id, outbox.number)
      )`.execute(db);
  // A note lasts as long as its event could be delivered again.
  await sql`
    delete from events.taken_in
    where at < now() - ${keptForDays} * interval '1 day'
      and not exists (select 1 from events.outbox where outbox.id = taken_in.event_id)`.execute(db);
}
