import { sql, type Database } from '@altis/database';
import type { TimedUnitSummary } from '../contract/index.ts';
import { summaries, withEventName } from './units.ts';
import type { ResultsTables } from './tables.ts';

export type TimedUnitFilter = {
  readonly whose: 'own' | 'all';
  readonly discipline?: string | undefined;
  readonly day?: string | undefined;
  /** In the name of the unit or its event, or in its code. */
  readonly text?: string | undefined;
  readonly limit: number;
};

/** Competitions with who sends their results: those of `own` first, then by start, latest first. */
export async function listTimedUnits(
  db: Database<ResultsTables>,
  { whose, discipline, day, text, limit }: TimedUnitFilter,
  own: string,
): Promise<TimedUnitSummary[]> {
  let query = summaries(db)
    // The version that holds of the results of a unit says who sends them.
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('message')
          .select(sql<string>`coalesce(message.source, '–')`.as('source'))
          .whereRef('message.document_code', '=', 'unit.rsc')
          .where('message.document_type', '=', 'DT_RESULT')
          .where('message.feed', '=', 'production')
          .where('message.outcome', 'in', ['new', 'replaces'])
          .orderBy('message.version', 'desc')
          .orderBy('message.id')
          .limit(1)
          .as('sent'),
      (join) => join.onTrue(),
    )
    .select('sent.source')
    .where(sql<boolean>`coalesce(unit.summary->>'phaseType', '3') = '3'`)
    .orderBy(sql`sent.source is not distinct from ${own}`, 'desc')
    .orderBy('unit.day', (order) => order.desc().nullsLast())
    .orderBy('unit.starts_at', (order) => order.desc().nullsLast())
    .orderBy('unit.rsc')
    .limit(limit);
  if (whose === 'own') query = query.where('sent.source', '=', own);
  if (discipline !== undefined) query = query.where('unit.discipline', '=', discipline);
  if (day !== undefined) query = query.where('unit.day', '=', day);
  if (text !== undefined) {
    const wanted = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`concat_ws(' ', unit.rsc, unit.summary->>'name', event.summary->>'name') ilike ${wanted}`,
    );
  }
  return (await query.execute()).map(({ source, ...row }) => {
    return { ...withEventName(row), isOwn: source === own, sender: source === own ? null : source };
  });
}
