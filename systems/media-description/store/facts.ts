import { jsonb, type Transaction } from '@altis/database';
import type { StatedFact } from '@altis/results/contract';
import type { Tables } from './tables.ts';

/** What is known of a fact, and whether the messages still tell it. */
export type KeptFact = { readonly stated: StatedFact; readonly withdrawn: boolean };

/** Keeps what is now known of a fact. */
export async function keepFact(trx: Transaction<Tables>, stated: StatedFact, withdrawn: boolean): Promise<void> {
  const { unit, id, competitor } = stated.fact;
  const known = { competitor, stated: jsonb(stated), withdrawn };
  await trx
    .insertInto('fact')
    .values({ unit, fact_id: id, ...known })
    .onConflict((conflict) => conflict.columns(['unit', 'fact_id']).doUpdateSet(known))
    .execute();
}

/** Every fact of a unit, or of one competitor in it, the withdrawn ones too. */
export async function factsOfUnit(
  trx: Transaction<Tables>,
  unit: string,
  competitor?: string | null,
): Promise<KeptFact[]> {
  return trx
    .selectFrom('fact')
    .select(['stated', 'withdrawn'])
    .where('unit', '=', unit)
    .$if(typeof competitor === 'string', (query) => query.where('competitor', '=', competitor ?? null))
    .orderBy('fact_id')
    .execute();
}
