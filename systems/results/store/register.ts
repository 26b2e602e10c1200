import { jsonb, sql, type Database, type Transaction } from '@altis/database';
import { sortName, type KnownParticipant, type KnownTeam } from '../domain/known-register.ts';
import type { Register } from '../domain/register.ts';
import type { ResultsTables } from './tables.ts';

const batchSize = 500;

/** Writes participants as they are known now. */
export async function writeParticipants(
  trx: Transaction<ResultsTables>,
  participants: readonly KnownParticipant[],
): Promise<void> {
  for (const batch of inBatches(participants)) {
    await trx
      .insertInto('participant')
      .values(
        batch.map((known) => ({
          code: known.code,
          sort_name: sortName(known.name),
          organisation: known.organisation,
          is_athlete: known.isAthlete,
          disciplines: known.disciplines,
          events: known.entries.map(({ event }) => event),
          facts: jsonb(known),
        })),
      )
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((set) => ({
          sort_name: set.ref('excluded.sort_name'),
          organisation: set.ref('excluded.organisation'),
          is_athlete: set.ref('excluded.is_athlete'),
          disciplines: set.ref('excluded.disciplines'),
          events: set.ref('excluded.events'),
          facts: set.ref('excluded.facts'),
        })),
      )
      .execute();
  }
}

/** Writes teams as they are known now. */
export async function writeTeams(trx: Transaction<ResultsTables>, teams: readonly KnownTeam[]): Promise<void> {
  for (const batch of inBatches(teams)) {
    await trx
      .insertInto('team')
      .values(
        batch.map((known) => ({
          code: known.code,
          organisation: known.organisation,
          discipline: known.discipline,
          members: known.members.map(({ code }) => code),
          events: known.entries.map(({ event }) => event),
          facts: jsonb(known),
        })),
      )
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((set) => ({
          organisation: set.ref('excluded.organisation'),
          discipline: set.ref('excluded.discipline'),
          members: set.ref('excluded.members'),
          events: set.ref('excluded.events'),
          facts: set.ref('excluded.facts'),
        })),
      )
      .execute();
  }
}

/** Takes out those that no list has any more. */
export async function deleteFromRegister(
  trx: Transaction<ResultsTables>,
  kind: 'participant' | 'team',
  codes: readonly string[],
): Promise<void> {
  if (codes.length > 0)
    await trx
      .deleteFrom(kind)
      .where(sql<boolean>`code = any(${codes}::text[])`)
      .execute();
}

/** Those of the given participants and teams, and of the members of `membersOf`, that the register knows; as far as others name them. */
export async function findRegister(
  db: Database<ResultsTables>,
  codes: readonly string[],
  { membersOf = [] }: { readonly membersOf?: readonly string[] } = {},
): Promise<Register> {
  const participants = new Map<string, Pick<KnownParticipant, 'name' | 'organisation'>>();
  const teams = new Map<string, Pick<KnownTeam, 'name' | 'organisation' | 'members'>>();
  if (codes.length === 0) return { participants, teams };
  const { rows } = await sql<
    | { code: string; organisation: string; name: KnownParticipant['name']; members: null }
    | { code: string; organisation: string; name: string; members: KnownTeam['members'] }
  >`
    select code, organisation, facts->'name' as name, null::jsonb as members
    from participant
    where code = any(${codes}::text[] || array(select unnest(members) from team where code = any(${membersOf}::text[])))
    union all
    select code, organisation, facts->'name', facts->'members' from team where code = any(${codes}::text[])`.execute(
    db,
  );
  for (const { code, organisation, name, members } of rows) {
    if (members === null) participants.set(code, { organisation, name });
    else teams.set(code, { organisation, name, members });
  }
  return { participants, teams };
}

export async function findParticipants(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, KnownParticipant>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('participant')
    .select(['code', 'facts'])
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute();
  return new Map(rows.map(({ code, facts }) => [code, facts]));
}

export async function findTeams(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<Map<string, KnownTeam>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('team')
    .select(['code', 'facts'])
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute();
  return new Map(rows.map(({ code, facts }) => [code, facts]));
}

/** Teams that list the participant as a member, by code. */
export async function findTeamsOf(db: Database<ResultsTables>, participant: string): Promise<KnownTeam[]> {
  const rows = await db
    .selectFrom('team')
    .select('facts')
    .where(sql<boolean>`members @> array[${participant}]::text[]`)
    .orderBy('code')
    .execute();
  return rows.map(({ facts }) => facts);
}

export type ParticipantFilter = {
  readonly organisation?: string | undefined;
  readonly discipline?: string | undefined;
  readonly event?: string | undefined;
  readonly onlyAthletes: boolean;
  readonly limit: number;
  /** What the page before gave as `next`. */
  readonly after?: string | undefined;
};

/** People by family name; `next` is where the next page begins, and `total` how many there are on all pages. */
export async function listParticipants(
  db: Database<ResultsTables>,
  { organisation, discipline, event, onlyAthletes, limit, after }: ParticipantFilter,
): Promise<{ items: KnownParticipant[]; next: string | null; total: number }> {
  let query = db.selectFrom('participant');
  if (onlyAthletes) query = query.where('is_athlete', '=', true);
  if (organisation !== undefined) query = query.where('organisation', '=', organisation);
  if (discipline !== undefined) query = query.where(sql<boolean>`disciplines @> array[${discipline}]::text[]`);
  if (event !== undefined) query = query.where(sql<boolean>`events @> array[${event}]::text[]`);
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  if (after !== undefined) {
    const { name, code } = readPlace(after);
    query = query.where(sql<boolean>`(sort_name, code) > (${name}, ${code})`);
  }
  const rows = await query
    .select(['code', 'sort_name', 'facts'])
    .orderBy('sort_name')
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ facts }) => facts),
    next: last === undefined ? null : `${last.sort_name}/${last.code}`,
    total,
  };
}

/** Sort names have no slash; what is no place begins where its text would stand. */
function readPlace(after: string): { name: string; code: string } {
  const [name = '', ...code] = after.split('/');
  return { name, code: code.join('/') };
}

/** Who is entered for an event: people and teams by organisation and code. */
export async function listEntrants(
  db: Database<ResultsTables>,
  event: string,
): Promise<{ code: string; kind: 'athlete' | 'team'; name: string; organisation: string; bib: string | null }[]> {
  const isEntered = sql<boolean>`events @> array[${event}]::text[]`;
  const people = await db
    .selectFrom('participant')
    .select('facts')
    .where(isEntered)
    .where('is_athlete', '=', true)
    .execute();
  const teams = await db.selectFrom('team').select('facts').where(isEntered).execute();
  const inTeams = new Set(teams.flatMap(({ facts }) => facts.members.map(({ code }) => code)));
  const bibIn = (entries: KnownTeam['entries']) => entries.find((entry) => entry.event === event)?.bib ?? null;
  return [
    ...teams.map(({ facts: { code, name, organisation, entries } }) => {
      return { code, kind: 'team' as const, name, organisation, bib: bibIn(entries) };
    }),
    ...people
      .filter(({ facts: { code } }) => !inTeams.has(code))
      .map(({ facts: { code, name, organisation, entries } }) => {
        return { code, kind: 'athlete' as const, name: name.print, organisation, bib: bibIn(entries) };
      }),
  ].sort((a, b) => a.organisation.localeCompare(b.organisation, 'en') || a.code.localeCompare(b.code, 'en'));
}

/** Organisations and disciplines of participants and teams as the register has them. */
export async function findPlacesOf(
  db: Database<ResultsTables>,
  codes: readonly string[],
): Promise<{ organisations: string[]; disciplines: string[] }> {
  const { rows } = await sql<{ organisation: string; disciplines: string[] }>`
    select distinct organisation, disciplines from participant where code = any(${codes}::text[])
    union select organisation, array[discipline] from team where code = any(${codes}::text[])`.execute(db);
  return {
    organisations: rows.map(({ organisation }) => organisation),
    disciplines: rows.flatMap(({ disciplines }) => disciplines),
  };
}

/** Codes of the people who are entered for one of these events. */
export async function findEnteredFor(db: Database<ResultsTables>, events: readonly string[]): Promise<string[]> {
  if (events.length === 0) return [];
  const rows = await db
    .selectFrom('participant')
    .select('code')
    .where(sql<boolean>`events && ${[...new Set(events)]}::text[]`)
    .execute();
  return rows.map(({ code }) => code);
}

/** Organisations with how many athletes each has, in all or in one discipline; those with a team only, too. */
export async function countAthletes(
  db: Database<ResultsTables>,
  { organisation }: { readonly organisation?: string | undefined } = {},
): Promise<{ organisation: string; athletes: number }[]> {
  const { rows } = await sql<{ organisation: string; athletes: number }>`
    select organisation, sum(athletes)::int as athletes from (
      select organisation, count(*) filter (where is_athlete) as athletes from participant group by organisation
      union all
      select organisation, 0 from team group by organisation
    ) as counted
    where organisation <> '' and organisation = coalesce(${organisation ?? null}, organisation)
    group by organisation order by organisation`.execute(db);
  return rows;
}

/** The disciplines of an organisation's athletes, with how many there are in each. */
export async function countAthletesByDiscipline(
  db: Database<ResultsTables>,
  organisation: string,
): Promise<{ discipline: string; athletes: number }[]> {
  const { rows } = await sql<{ discipline: string; athletes: number }>`
    select discipline, count(*)::int as athletes
    from participant, unnest(disciplines) as discipline
    where organisation = ${organisation} and is_athlete
    group by discipline order by discipline`.execute(db);
  return rows;
}

function* inBatches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
