import { runInTransaction, sql, type Database } from '@altis/database';
import type { Log } from '@altis/kernel';

/**
 * Makes the outbox of another server readable on this one. Transaction ids mean nothing on a server to which the
 * database was restored: there they may lie in the future, and would wait for ever. Nothing restored is in flight, so
 * the numbers alone give the order; each cursor goes before the first event that its subscriber has not had, and what
 * it did have behind that one is known as taken in.
 */
export async function renumberOutbox(db: Database<unknown>, log: Log): Promise<void> {
  await runInTransaction(db, async (trx) => {
    const { rows } = await sql`
      update events.server set system_identifier = here.id
      from (select system_identifier::text as id from pg_control_system()) here
      where server.system_identifier <> here.id
      returning here.id`.execute(trx);
    if (rows.length === 0) return;
    await sql`
      update events.subscriber set
        transaction_id = '0',
        number = coalesce(
          (select min(outbox.number) - 1 from events.outbox
            where (outbox.transaction_id, outbox.number) > (subscriber.transaction_id, subscriber.number)),
          (select max(outbox.number) from events.outbox),
          0)`.execute(trx);
    await sql`update events.outbox set transaction_id = '0'`.execute(trx);
    log.info({}, 'The database came from another server; its events were put in order again');
  });
}
