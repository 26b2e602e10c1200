import { jsonb, sql, type Database, type Transaction } from '@altis/database';
import type { EventSummary } from '../contract/index.ts';
import type { KeptUnit } from '../domain/unit-summary.ts';
import type { ResultsTables } from './tables.ts';

/** Events by discipline and name. */
export async function listEvents(
  db: Database<ResultsTables>,
  { discipline }: { readonly discipline?: string | undefined },
): Promise<EventSummary[]> {
  let query = db.selectFrom('event').select('summary').orderBy('discipline').orderBy('rsc');
  if (discipline !== undefined) query = query.where('discipline', '=', discipline);
  return (await query.execute()).map(({ summary }) => summary);
}

export async function findEvents(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, EventSummary>> {
  if (codes.length === 0) return new Map();
  const rows = await db.selectFrom('event').select(['rsc', 'summary']).where('rsc', 'in', codes).execute();
  return new Map(rows.map(({ rsc, summary }) => [rsc, summary]));
}

/** The units of events in the order of their codes, with the event's name as messages have it. */
export async function findUnitsOfEvents(
  db: Database<ResultsTables>,
  events: readonly string[],
): Promise<Map<string, { summary: KeptUnit; eventName: string | null }[]>> {
  const rows = await db
    .selectFrom('unit')
    .select(['event', 'summary', 'event_name as eventName'])
    .where('event', 'in', events)
    .orderBy('rsc')
    .execute();
  return Map.groupBy(rows, ({ event }) => event);
}

/** How many medal events there are, and of how many the medals are decided. */
export async function countMedalEvents(
  db: Database<ResultsTables>,
  discipline: string | undefined,
): Promise<{ events: number; finished: number }> {
  const { rows } = await sql<{ events: number; finished: number }>`
    select count(*)::int as events,
      (count(*) filter (where exists (select from medal where medal.event = event.rsc and medal.medal = 'gold')))::int as finished
    from event where (summary->>'isMedalEvent')::boolean and discipline = coalesce(${discipline ?? null}, discipline)`.execute(
    db,
  );
  return rows[0] ?? { events: 0, finished: 0 };
}

export async function writeEvent(trx: Transaction<ResultsTables>, summary: EventSummary): Promise<void> {
  const row = { discipline: summary.discipline, summary: jsonb(summary) };
  await trx
    .insertInto('event')
    .values({ rsc: summary.rsc, ...row })
    .onConflict((conflict) => conflict.column('rsc').doUpdateSet(row))
    .execute();
}

export async function deleteEvent(trx: Transaction<ResultsTables>, rsc: string): Promise<void> {
  await trx.deleteFrom('event').where('rsc', '=', rsc).execute();
}
