import { jsonb, type Database, type Transaction } from '@altis/database';
import type { TimingInput } from '../contract/index.ts';
import type { RaceEntrant } from '../domain/race-list.ts';
import type { ResultsTables } from './tables.ts';

/** An input as it is kept. */
export type KeptTimingInput = Omit<TimingInput, 'pressedAt'> & {
  readonly pressedAt: Date;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly by: string;
};

/** A unit that is timed here: who starts, and how many inputs its newest DT_RESULT takes account of. */
export type TimedUnit = { readonly starters: readonly RaceEntrant[]; readonly published: number };

export async function findTimedUnit(db: Database<ResultsTables>, unit: string): Promise<TimedUnit | undefined> {
  return db.selectFrom('timed_unit').select(['starters', 'published']).where('unit', '=', unit).executeTakeFirst();
}

/** Says who starts; of a unit that is timed already only where `isAnew`. */
export async function putStarters(
  db: Database<ResultsTables>,
  unit: string,
  starters: readonly RaceEntrant[],
  { isAnew }: { readonly isAnew: boolean },
): Promise<void> {
  const row = { starters: jsonb<readonly RaceEntrant[]>(starters), published: 0 };
  await db
    .insertInto('timed_unit')
    .values({ unit, ...row })
    .onConflict((conflict) => (isAnew ? conflict.column('unit').doUpdateSet(row) : conflict.column('unit').doNothing()))
    .execute();
}

/** Notes that a DT_RESULT with that many inputs was taken in. */
export async function notePublished(db: Database<ResultsTables>, unit: string, published: number): Promise<void> {
  await db
    .updateTable('timed_unit')
    .set({ published })
    .where('unit', '=', unit)
    .where('published', '<', published)
    .execute();
}

/** Keeps inputs in their order, each once by its id. */
export async function keepInputs(
  trx: Transaction<ResultsTables>,
  unit: string,
  inputs: readonly KeptTimingInput[],
): Promise<void> {
  for (const { id, at, pressedAt, offsetMs, receivedAt, by, deed } of inputs) {
    const row = { unit, id, at, pressed_at: pressedAt, offset_ms: offsetMs, received_at: receivedAt, by };
    await trx
      .insertInto('timing_input')
      .values({ ...row, deed: jsonb(deed) })
      .onConflict((conflict) => conflict.columns(['unit', 'id']).doNothing())
      .execute();
  }
}

/** All inputs of a unit, in the order in which they were kept. */
export async function listInputs(db: Database<ResultsTables>, unit: string): Promise<KeptTimingInput[]> {
  const rows = await db.selectFrom('timing_input').selectAll().where('unit', '=', unit).orderBy('number').execute();
  return rows.map(({ id, at, pressed_at: pressedAt, offset_ms, received_at: receivedAt, by, deed }) => {
    return { id, at, pressedAt, offsetMs: offset_ms, receivedAt, by, deed };
  });
}
