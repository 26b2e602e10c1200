import { sql, type Migrations } from '@altis/database';

export const migrations: Migrations = {
  '0011_taken': async (db) => {
    // The order in which messages were taken in, which is not that of their ids: one that was refused may be taken in later.
    await sql`alter table message add column taken bigint`.execute(db);
    await sql`
      update message set taken = numbered.taken
      from (select id, row_number() over (order by id) as taken from message) as numbered
      where numbered.id = message.id`.execute(db);
    await sql`create sequence message_taken_number owned by message.taken`.execute(db);
    await sql`
      select setval('message_taken_number', coalesce(max(taken), 0) + 1, false) from message`.execute(db);
    await sql`
      alter table message alter column taken set default nextval('message_taken_number'),
        alter column taken set not null`.execute(db);
    // Refused ones come last when all is made anew: what held while they did not goes on to hold.
    await sql`create index message_taken on message ((outcome = 'refused'), taken)`.execute(db);
  },
};
