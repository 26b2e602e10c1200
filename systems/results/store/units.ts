import { jsonb, type Database, type Transaction } from '@altis/database';
import type { UnitSummary } from '../contract/index.ts';
import type { ResultsTables } from './tables.ts';

export type UnitFilter = {
  readonly discipline?: string | undefined;
  readonly date?: string | undefined;
  readonly limit: number;
};

/** Units by start, latest first. */
export async function listUnits(
  db: Database<ResultsTables>,
  { discipline, date, limit }: UnitFilter,
): Promise<UnitSummary[]> {
  let query = db
    .selectFrom('unit')
    .select('summary')
    .orderBy('day', (order) => order.desc().nullsLast())
    .orderBy('starts_at', (order) => order.desc().nullsLast())
    .orderBy('rsc')
    .limit(limit);
  if (discipline !== undefined) query = query.where('discipline', '=', discipline);
  if (date !== undefined) query = query.where('day', '=', date);
  return (await query.execute()).map(({ summary }) => summary);
}

export async function findUnits(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, UnitSummary>> {
  if (codes.length === 0) return new Map();
  const rows = await db.selectFrom('unit').select(['rsc', 'summary']).where('rsc', 'in', codes).execute();
  return new Map(rows.map(({ rsc, summary }) => [rsc, summary]));
}

export async function writeUnit(trx: Transaction<ResultsTables>, summary: UnitSummary): Promise<void> {
  const { rsc, discipline, day, startsAt } = summary;
  const row = { discipline, day, starts_at: startsAt, summary: jsonb(summary) };
  await trx
    .insertInto('unit')
    .values({ rsc, ...row })
    .onConflict((conflict) => conflict.column('rsc').doUpdateSet(row))
    .execute();
}

export async function deleteUnit(trx: Transaction<ResultsTables>, rsc: string): Promise<void> {
  await trx.deleteFrom('unit').where('rsc', '=', rsc).execute();
}
