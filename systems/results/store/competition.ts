import type { Database, Transaction } from '@altis/database';
import type { ResultsTables } from './tables.ts';

/** The Games that this installation has adopted, if any. */
export async function findCompetition(db: Database<ResultsTables>): Promise<string | undefined> {
  return (await db.selectFrom('competition').select('code').executeTakeFirst())?.code;
}

/** Adopts the Games of a message unless others were adopted before; returns those that hold. */
export async function adoptCompetition(trx: Transaction<ResultsTables>, code: string): Promise<string> {
  await trx
    .insertInto('competition')
    .values({ code })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findCompetition(trx)) ?? code;
}
