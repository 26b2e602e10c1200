import { jsonb, sql, type Database, type Transaction } from '@altis/database';
import type { LocalName, UnitSummary } from '../contract/index.ts';
import type { LeaderFacts } from '../domain/unit-leaders.ts';
import type { KeptUnit } from '../domain/unit-summary.ts';
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
  let query = summaries(db)
    .orderBy('unit.day', (order) => order.desc().nullsLast())
    .orderBy('unit.starts_at', (order) => order.desc().nullsLast())
    .orderBy('unit.rsc')
    .limit(limit);
  if (discipline !== undefined) query = query.where('unit.discipline', '=', discipline);
  if (date !== undefined) query = query.where('unit.day', '=', date);
  return (await query.execute()).map(withEventName);
}

export type DayFilter = {
  readonly day: string;
  readonly discipline?: string | undefined;
  readonly venue?: string | undefined;
};

/** Units of a logical day by start; those that start together by their order, and those without a time last. */
export async function listUnitsOfDay(
  db: Database<ResultsTables>,
  { day, discipline, venue }: DayFilter,
): Promise<UnitSummary[]> {
  let query = byStart(summaries(db)).where('unit.day', '=', day);
  if (discipline !== undefined) query = query.where('unit.discipline', '=', discipline);
  if (venue !== undefined) query = query.where('unit.venue', '=', venue);
  return (await query.execute()).map(withEventName);
}

/** Units of events by start. */
export async function listUnitsOfEvents(
  db: Database<ResultsTables>,
  events: readonly string[],
): Promise<UnitSummary[]> {
  if (events.length === 0) return [];
  return (await byStart(summaries(db)).where('unit.event', 'in', events).execute()).map(withEventName);
}

/** How many units each logical day has. */
export async function listDays(
  db: Database<ResultsTables>,
): Promise<{ day: string; units: number; medalUnits: number; disciplines: string[]; venues: string[] }[]> {
  const { rows } = await sql<{
    day: string;
    units: number;
    medalUnits: number;
    disciplines: string[];
    venues: string[];
  }>`
    select day::text, count(*)::int as units,
      (count(*) filter (where summary->>'medal' <> 'none'))::int as "medalUnits",
      array_agg(distinct discipline order by discipline) as disciplines,
      coalesce(array_agg(distinct venue order by venue) filter (where venue is not null), '{}') as venues
    from unit where day is not null group by day order by day`.execute(db);
  return rows;
}

export async function findUnits(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, UnitSummary>> {
  if (codes.length === 0) return new Map();
  const rows = await summaries(db).where('unit.rsc', 'in', codes).execute();
  return new Map(rows.map((row) => [row.summary.rsc, withEventName(row)]));
}

/** Units of events that decide medals. */
export async function findMedalUnits(db: Database<ResultsTables>, events: readonly string[]): Promise<string[]> {
  if (events.length === 0) return [];
  const rows = await db
    .selectFrom('unit')
    .select('rsc')
    .where('event', 'in', events)
    .where(sql<boolean>`summary->>'medal' <> 'none'`)
    .execute();
  return rows.map(({ rsc }) => rsc);
}

/** Disciplines of the units at venues. */
export async function findDisciplinesAt(db: Database<ResultsTables>, venues: readonly string[]): Promise<string[]> {
  if (venues.length === 0) return [];
  const rows = await db.selectFrom('unit').select('discipline').distinct().where('venue', 'in', venues).execute();
  return rows.map(({ discipline }) => discipline);
}

/** Units of a session. */
export async function findUnitsOfSessions(db: Database<ResultsTables>, sessions: readonly string[]): Promise<string[]> {
  if (sessions.length === 0) return [];
  const rows = await db
    .selectFrom('claim')
    .select('code')
    .distinct()
    .where('kind', '=', 'unit')
    .where(sql<boolean>`facts->>'session' = any(${sessions})`)
    .execute();
  return rows.map(({ code }) => code);
}

/** A unit as it is kept, with its leaders under the names of the messages. */
export type KeptRow = {
  readonly summary: KeptUnit;
  readonly leaders: readonly LeaderFacts[];
  /** Name of its event as a message about it has it. */
  readonly eventName: string | null;
};

export async function findKeptUnits(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, KeptRow>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit')
    .select(['rsc', 'summary', 'leaders', 'event_name as eventName'])
    .where('rsc', 'in', codes)
    .execute();
  return new Map(rows.map(({ rsc, ...row }) => [rsc, row]));
}

/** Units that one of these participants or teams leads. */
export async function findUnitsLedBy(db: Database<ResultsTables>, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom('unit')
    .select('rsc')
    .where('leader_codes', '&&', sql<readonly string[]>`${codes}::text[]`)
    .execute();
  return rows.map(({ rsc }) => rsc);
}

export async function writeUnits(trx: Transaction<ResultsTables>, units: readonly KeptRow[]): Promise<void> {
  for (let from = 0; from < units.length; from += batchSize) {
    const rows = units.slice(from, from + batchSize).map(rowOf);
    await trx
      .insertInto('unit')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('rsc').doUpdateSet((set) => ({
          event_name: set.ref('excluded.event_name'),
          venue: set.ref('excluded.venue'),
          day: set.ref('excluded.day'),
          starts_at: set.ref('excluded.starts_at'),
          summary: set.ref('excluded.summary'),
          leaders: set.ref('excluded.leaders'),
          leader_codes: set.ref('excluded.leader_codes'),
        })),
      )
      .execute();
  }
}

export async function deleteUnits(trx: Transaction<ResultsTables>, codes: readonly string[]): Promise<void> {
  if (codes.length > 0) await trx.deleteFrom('unit').where('rsc', 'in', codes).execute();
}

const batchSize = 500;

function rowOf({ summary, leaders, eventName }: KeptRow) {
  const { rsc, discipline, event, venue, day, startsAt } = summary;
  return {
    rsc,
    discipline,
    event,
    event_name: eventName,
    venue,
    day,
    starts_at: startsAt,
    summary: jsonb(summary),
    leaders: jsonb(leaders),
    leader_codes: leaders.map(({ code }) => code),
  };
}

/** Units with the name of their event, for other queries to narrow down. */
export function summaries(db: Database<ResultsTables>) {
  return db
    .selectFrom('unit')
    .leftJoin('event', 'event.rsc', 'unit.event')
    .select(['unit.summary', sql<LocalName | null>`event.summary->'name'`.as('event_name')]);
}

export function withEventName(row: { summary: KeptUnit; event_name: LocalName | null }): UnitSummary {
  return { ...row.summary, eventName: row.event_name ?? {} };
}

type Summaries = ReturnType<typeof summaries>;

function byStart(query: Summaries): Summaries {
  return query
    .orderBy('unit.starts_at', (order) => order.asc().nullsLast())
    .orderBy(sql`(unit.summary->>'order')::numeric`, (order) => order.asc().nullsLast())
    .orderBy('unit.rsc');
}
