import { sql, type Database } from '@altis/database';
import type { ResultsTables } from './tables.ts';

/**
 * Those of the given organisations, disciplines or venues that something belongs to; with the name that units have for a
 * venue.
 */
export async function findNamedPlaces(
  db: Database<ResultsTables>,
  kind: 'organisation' | 'discipline' | 'venue',
  codes: readonly string[],
): Promise<Map<string, string | null>> {
  const wanted = codes.filter((code) => code !== '');
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ code: string; name: string | null }>`
    select place as code, (${named[kind]}) as name from unnest(${wanted}::text[]) as place where ${owned[kind]}`.execute(
    db,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

const nothing = sql`null`;

const named = {
  organisation: nothing,
  discipline: nothing,
  venue: sql`select max(summary->>'venueName') from unit where unit.venue = place`,
};

const owned = {
  organisation: sql`exists (select from participant where participant.organisation = place)
    or exists (select from team where team.organisation = place)`,
  discipline: sql`exists (select from participant where disciplines @> array[place])
    or exists (select from team where team.discipline = place) or exists (select from unit where unit.discipline = place)`,
  venue: sql`exists (select from unit where unit.venue = place)`,
};

/** Disciplines of all that is known, with how many events and units each has. */
export async function countByDiscipline(
  db: Database<ResultsTables>,
): Promise<{ code: string; events: number; units: number }[]> {
  const { rows } = await sql<{ code: string; events: number; units: number }>`
    select code, (select count(*)::int from event where discipline = code) as events,
      (select count(*)::int from unit where discipline = code) as units
    from (
      select discipline as code from unit union select discipline from event union select discipline from team
      union select unnest(disciplines) from participant
    ) as known order by code`.execute(db);
  return rows;
}

/** Venues of the schedule with what units call them, and the disciplines that are held there. */
export async function listVenues(
  db: Database<ResultsTables>,
): Promise<{ code: string; name: string | null; disciplines: string[] }[]> {
  const { rows } = await sql<{ code: string; name: string | null; disciplines: string[] }>`
    select venue as code, max(summary->>'venueName') as name, array_agg(distinct discipline order by discipline) as disciplines
    from unit where venue is not null group by venue order by venue`.execute(db);
  return rows;
}

/**
 * The logical day that is now: today where the Games go on today, else that of the newest message, so that a feed that is
 * played again has a today as well.
 */
export async function findCurrentDay(db: Database<ResultsTables>, today: string): Promise<string> {
  const { rows } = await sql<{ day: string | null }>`
    select case when exists (select from unit where day = ${today}::date) then ${today}
      else (select max(logical_date) from document) end as day`.execute(db);
  return rows[0]?.day ?? today;
}
