import { jsonb, type Transaction } from '@altis/database';
import type { ActionFact } from '@altis/results/contract';
import type { Tables } from './tables.ts';

/** Keeps what is now known of an action. */
export async function keepAction(trx: Transaction<Tables>, fact: ActionFact, withdrawn: boolean): Promise<void> {
  const { unit, id } = fact.action;
  await trx
    .insertInto('action')
    .values({ unit, action_id: id, fact: jsonb(fact), withdrawn })
    .onConflict((conflict) => conflict.columns(['unit', 'action_id']).doUpdateSet({ fact: jsonb(fact), withdrawn }))
    .execute();
}

/** Every action of a unit that stands. */
export async function standingActions(trx: Transaction<Tables>, unit: string): Promise<ActionFact[]> {
  const rows = await trx
    .selectFrom('action')
    .select('fact')
    .where('unit', '=', unit)
    .where('withdrawn', '=', false)
    .execute();
  return rows.map((row) => row.fact);
}
