import { jsonb, sql, type Database, type Transaction } from '@altis/database';
import type { LocalName, Medal, Source } from '../contract/index.ts';
import type { MedalCount } from '../domain/medal-table.ts';
import type { MedalFacts } from '../domain/won-medals.ts';
import { sourceOf } from './documents.ts';
import type { ResultsTables } from './tables.ts';

export type MedalFilter = {
  readonly event?: string | undefined;
  readonly organisation?: string | undefined;
  readonly discipline?: string | undefined;
  readonly day?: string | undefined;
  /** Athletes and teams; a member of a team that won has its medal. */
  readonly codes?: readonly string[] | undefined;
};

/** Puts the medals of an event in the place of those that were known before. */
export async function writeMedals(
  trx: Transaction<ResultsTables>,
  event: string,
  medals: readonly MedalFacts[],
  { versionKey, sentAt }: { readonly versionKey: string; readonly sentAt: string },
): Promise<void> {
  await trx.deleteFrom('medal').where('event', '=', event).execute();
  if (medals.length === 0) return;
  await trx
    .insertInto('medal')
    .values(
      medals.map((facts, index) => ({
        event,
        medal: facts.medal,
        competitor: facts.code,
        position: index + 1,
        organisation: facts.organisation,
        athletes: facts.athletes.map(({ code }) => code),
        day: facts.day,
        sent_at: sentAt,
        document: versionKey,
        facts: jsonb(facts),
      })),
    )
    .execute();
}

/** A medal with the names of the message, and the name of its event. */
export type KnownMedal = { readonly facts: MedalFacts; readonly eventName: LocalName; readonly source: Source };

/** Medals, newest first; within an event gold first. */
export async function listMedals(db: Database<ResultsTables>, filter: MedalFilter): Promise<KnownMedal[]> {
  let query = db
    .selectFrom('medal')
    .innerJoin('document', 'document.version_key', 'medal.document')
    .leftJoin('event', 'event.rsc', 'medal.event')
    .select(['medal.facts', sql<LocalName | null>`event.summary->'name'`.as('event_name')])
    .select(['document.message', 'document.document_type', 'document.version', 'document.sent_at'])
    .orderBy('medal.day', (order) => order.desc().nullsLast())
    .orderBy('medal.sent_at', 'desc')
    .orderBy('medal.event')
    .orderBy(sql`array_position(array['gold', 'silver', 'bronze'], medal.medal)`)
    .orderBy('medal.position');
  if (filter.event !== undefined) query = query.where('medal.event', '=', filter.event);
  if (filter.organisation !== undefined) query = query.where('medal.organisation', '=', filter.organisation);
  if (filter.discipline !== undefined) query = query.where('medal.event', 'like', `${filter.discipline}%`);
  if (filter.day !== undefined) query = query.where('medal.day', '=', filter.day);
  if (filter.codes !== undefined) {
    const codes = sql<readonly string[]>`${filter.codes}::text[]`;
    query = query.where((where) =>
      where.or([sql<boolean>`medal.competitor = any(${codes})`, where('medal.athletes', '&&', codes)]),
    );
  }
  return (await query.execute()).map((row) => ({
    facts: row.facts,
    eventName: row.event_name ?? {},
    source: sourceOf({ ...row, documentType: row.document_type, sentAt: row.sent_at }),
  }));
}

/** Medals by organisation, of a discipline where one is given, as they stood at the end of a day where one is given. */
export async function countWonMedals(
  db: Database<ResultsTables>,
  { discipline, day }: { readonly discipline?: string | undefined; readonly day?: string | undefined },
): Promise<MedalCount[]> {
  const count = (medal: Medal['medal']) => sql`(count(*) filter (where medal = ${medal}))::int`;
  const { rows } = await sql<MedalCount>`
    select organisation, ${count('gold')} as gold, ${count('silver')} as silver, ${count('bronze')} as bronze
    from medal
    where event like ${`${discipline ?? ''}%`} and (${day ?? null}::date is null or day <= ${day ?? null}::date)
    group by organisation order by organisation`.execute(db);
  return rows;
}
