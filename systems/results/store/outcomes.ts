import { sql, type Database, type Transaction } from '@altis/database';
import type { UnitOutcome, UnitSummary } from '../contract/index.ts';
import type { CompetitorFacts } from '../domain/competitor-facts.ts';
import type { ResultsTables } from './tables.ts';
import { summaries, withEventName } from './units.ts';

/** Puts what the competitors of units did in the place of what was known of these units before. */
export async function writeOutcomes(
  trx: Transaction<ResultsTables>,
  units: ReadonlyMap<string, readonly CompetitorFacts[]>,
): Promise<void> {
  if (units.size === 0) return;
  const rows = new Map(
    Array.from(units).flatMap(([unit, competitors]) =>
      competitors.filter(({ code }) => code !== '').map((each) => [`${unit} ${each.code}`, rowOf(unit, each)] as const),
    ),
  );
  await sql`
    with said as (
      select each.* from json_populate_recordset(null::outcome, ${JSON.stringify([...rows.values()])}::json) as each
    ), gone as (
      delete from outcome where unit = any(${[...units.keys()]}::text[])
        and not exists (select from said where said.unit = outcome.unit and said.competitor = outcome.competitor)
    )
    insert into outcome as known select * from said
    on conflict (unit, competitor) do update set organisation = excluded.organisation, athletes = excluded.athletes,
      rank = excluded.rank, result = excluded.result, diff = excluded.diff, outcome = excluded.outcome,
      invalid_mark = excluded.invalid_mark, qualification = excluded.qualification
    where known is distinct from excluded`.execute(trx);
}

/** Forgets what was done in units. */
export async function deleteOutcomes(trx: Transaction<ResultsTables>, units: readonly string[]): Promise<void> {
  if (units.length > 0) await trx.deleteFrom('outcome').where('unit', 'in', units).execute();
}

/**
 * What these athletes and teams did, newest first, start lists included. A code counts where it competed itself, or as a
 * member of a team that the message names; of `teams` only what they did without naming their members.
 */
export async function findOutcomes(
  db: Database<ResultsTables>,
  codes: readonly string[],
  { teams = [] }: { readonly teams?: readonly string[] } = {},
): Promise<UnitOutcome[]> {
  const rows = await summaries(db)
    .innerJoin('outcome', 'outcome.unit', 'unit.rsc')
    .select(['outcome.competitor', 'outcome.rank', 'outcome.result', 'outcome.diff', 'outcome.outcome'])
    .select(['outcome.invalid_mark', 'outcome.qualification'])
    .where((where) =>
      where.or([
        sql<boolean>`outcome.competitor = any(${codes}::text[])`,
        sql<boolean>`outcome.athletes && ${codes}::text[]`,
        sql<boolean>`outcome.competitor = any(${teams}::text[]) and outcome.athletes = '{}'`,
      ]),
    )
    .orderBy('unit.starts_at', (order) => order.desc().nullsLast())
    .orderBy('unit.rsc')
    .orderBy('outcome.competitor')
    .execute();
  return rows.map((row) => ({
    unit: withEventName(row),
    competitor: row.competitor,
    rank: row.rank,
    result: row.result,
    diff: row.diff,
    outcome: row.outcome,
    invalidMark: row.invalid_mark,
    qualification: row.qualification,
  }));
}

/** Units of a logical day in which a competitor of the organisation takes part. */
export async function findUnitsOfOrganisation(
  db: Database<ResultsTables>,
  organisation: string,
  day: string,
): Promise<UnitSummary[]> {
  const rows = await summaries(db)
    .where('unit.day', '=', day)
    .where((where) =>
      where.exists(
        where
          .selectFrom('outcome')
          .select('outcome.unit')
          .whereRef('outcome.unit', '=', 'unit.rsc')
          .where('outcome.organisation', '=', organisation),
      ),
    )
    .orderBy('unit.starts_at', (order) => order.asc().nullsLast())
    .orderBy('unit.rsc')
    .execute();
  return rows.map(withEventName);
}

function rowOf(unit: string, competitor: CompetitorFacts) {
  const { code, kind, organisation, athletes, rank, result, diff, outcome, invalidMark, qualification } = competitor;
  return {
    unit,
    competitor: code,
    organisation,
    athletes: kind === 'team' ? athletes.map((athlete) => athlete.code) : [],
    rank,
    result,
    diff,
    outcome,
    invalid_mark: invalidMark,
    qualification,
  };
}
