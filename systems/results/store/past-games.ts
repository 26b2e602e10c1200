import { sql, type Database, type RawBuilder, type Transaction } from '@altis/database';
import type { PastGames, PastLine } from '../contract/history.ts';
import type { PastRecords } from '../domain/past-games/read-past-games.ts';
import type { ResultsTables } from './tables.ts';

type Edition = PastGames['edition'];
type Db = Database<ResultsTables>;

/** Puts what is told of past Games in the place of everything that was kept of them. */
export async function replacePastGames(
  trx: Transaction<ResultsTables>,
  { games, organisations, sports, participations }: PastRecords,
): Promise<void> {
  const tables = {
    past_games: games,
    past_organisation: organisations,
    past_sport: sports,
    past_participation: participations,
  };
  for (const [name, rows] of Object.entries(tables)) {
    const table = sql.table(name);
    await sql`delete from ${table}`.execute(trx);
    await sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${JSON.stringify(rows)}::json)`.execute(
      trx,
    );
  }
}

const games = sql`
  games.code, games.year, games.host, games.season, games.edition, games.athletes,
  games.starts_on as "startsOn", games.ends_on as "endsOn"`;

/** Past Games, newest first; of Games to come nothing is known, so they are left out. */
export async function listPastGames(
  db: Db,
  which: { readonly edition?: Edition; readonly season?: string | undefined; readonly code?: string },
): Promise<PastGames[]> {
  const { rows } = await sql<PastGames>`
    select ${games}, count(distinct part.organisation)::int as organisations, count(distinct part.sport)::int as sports
    from past_games as games join past_participation as part on part.games = games.code
    where ${oneOf(sql`games.edition`, which.edition)} and ${oneOf(sql`games.season`, which.season)}
      and ${oneOf(sql`games.code`, which.code)}
    group by games.code order by games.year desc, games.code`.execute(db);
  return rows;
}

/** Organisations by their medals; with `isAdded`, those that are no more are added to who followed them. */
export async function listPastLines(
  db: Db,
  which: {
    readonly edition?: Edition;
    readonly season?: string | undefined;
    readonly games?: string;
    readonly sport?: string;
    readonly isAdded?: boolean;
  },
): Promise<PastLine[]> {
  const holder = which.isAdded === true ? sql`coalesce(own.successor, own.code)` : sql`own.code`;
  const { rows } = await sql<PastLine>`
    with medals as (
      select ${holder} as code, array_agg(distinct own.code) as codes, count(distinct part.games)::int as games,
        sum(gold)::int as gold, sum(silver)::int as silver, sum(bronze)::int as bronze,
        sum(gold + silver + bronze)::int as total
      from past_participation as part
      join past_games as games on games.code = part.games
      join past_organisation as own on own.code = part.organisation
      where ${oneOf(sql`games.edition`, which.edition)} and ${oneOf(sql`games.season`, which.season)}
        and ${oneOf(sql`part.games`, which.games)} and ${oneOf(sql`part.sport`, which.sport)}
      group by 1
    )
    select rank() over (order by gold desc, silver desc, bronze desc)::int as rank,
      medals.code as organisation, coalesce(named.name, medals.code) as name, coalesce(named.status, 'special') as status,
      array_remove(medals.codes, medals.code) as includes, games, gold, silver, bronze, total
    from medals left join past_organisation as named on named.code = medals.code
    where total > 0
    order by gold desc, silver desc, bronze desc, name`.execute(db);
  return rows;
}

type GamesOfTime = Pick<PastGames, 'code' | 'year' | 'host' | 'season'>;
type Counts = Pick<PastLine, 'gold' | 'silver' | 'bronze' | 'total'>;

export async function findPastOrganisation(
  db: Db,
  code: string,
): Promise<{ name: string; status: string; successor: { code: string; name: string } | null } | undefined> {
  const { rows } = await sql<{ name: string; status: string; successor: string | null; successor_name: string | null }>`
    select own.name, own.status, own.successor, next.name as successor_name
    from past_organisation as own left join past_organisation as next on next.code = own.successor
    where own.code = ${code}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { name, status, successor } = row;
  return {
    name,
    status,
    successor: successor === null ? null : { code: successor, name: row.successor_name ?? successor },
  };
}

const medalSums = sql`sum(gold)::int as gold, sum(silver)::int as silver, sum(bronze)::int as bronze,
  sum(gold + silver + bronze)::int as total`;

/** What an organisation did in each of its Games, oldest first. */
export async function listGamesOfOrganisation(
  db: Db,
  code: string,
  edition: Edition,
): Promise<(GamesOfTime & Counts & { people: number })[]> {
  const { rows } = await sql<GamesOfTime & Counts & { people: number }>`
    select games.code, games.year, games.host, games.season, ${medalSums}, sum(men + women)::int as people
    from past_participation as part join past_games as games on games.code = part.games
    where part.organisation = ${code} and games.edition = ${edition}
    group by games.code order by games.year, games.code`.execute(db);
  return rows;
}

/** The sports in which an organisation won medals, most of them first. */
export async function listSportsOfOrganisation(
  db: Db,
  code: string,
  edition: Edition,
): Promise<(Counts & { code: string; name: string })[]> {
  const { rows } = await sql<Counts & { code: string; name: string }>`
    select sport.code, sport.name, ${medalSums}
    from past_participation as part join past_games as games on games.code = part.games
    join past_sport as sport on sport.code = part.sport
    where part.organisation = ${code} and games.edition = ${edition} and gold + silver + bronze > 0
    group by sport.code order by total desc, sport.name`.execute(db);
  return rows;
}

export async function findPastSport(db: Db, code: string): Promise<{ name: string } | undefined> {
  return db.selectFrom('past_sport').select('name').where('code', '=', code).executeTakeFirst();
}

/** The Games in which a sport was held, oldest first. */
export async function listGamesOfSport(
  db: Db,
  code: string,
  edition: Edition,
): Promise<(GamesOfTime & { organisations: number; people: number })[]> {
  const { rows } = await sql<GamesOfTime & { organisations: number; people: number }>`
    select games.code, games.year, games.host, games.season,
      count(distinct part.organisation)::int as organisations, sum(men + women)::int as people
    from past_participation as part join past_games as games on games.code = part.games
    where part.sport = ${code} and games.edition = ${edition}
    group by games.code order by games.year, games.code`.execute(db);
  return rows;
}

function oneOf(column: RawBuilder<unknown>, value: string | undefined): RawBuilder<boolean> {
  return value === undefined ? sql<boolean>`true` : sql<boolean>`${column} = ${value}`;
}
