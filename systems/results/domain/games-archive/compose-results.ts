import type { ContentDraft } from '@altis/odf';
import { cell, numberIn, type ArchiveRow } from './games-archive.ts';
import type { PlannedUnit } from './plan-units.ts';

/** DT_RESULT of a unit: as the rows rank it, who has no rank behind. `venues` are the codes of venues by name. */
export function composeResults(
  { results, plan, isOfPhase }: PlannedUnit,
  venues: ReadonlyMap<string, string>,
): Extract<ContentDraft, { kind: 'results' }> {
  const shared = new Map<number, number>();
  for (const row of results) {
    const rank = numberIn(row, 'rank');
    if (rank !== undefined) shared.set(rank, (shared.get(rank) ?? 0) + 1);
  }
  const ordered = results.toSorted((left, right) => placeOf(left) - placeOf(right));
  const first = results[0] ?? {};
  const start = cell(plan ?? {}, 'start_date');
  const venue = venues.get(cell(first, 'venue'));
  return {
    kind: 'results',
    infos: {
      ...(start !== '' && !isOfPhase && { startDate: start }),
      disciplineName: cell(first, 'discipline_name'),
      eventName: cell(first, 'event_name'),
      subEventName: cell(first, 'stage'),
      ...(venue !== undefined && { venue, venueName: cell(first, 'venue') }),
    },
    results: ordered.map((row, at) => lineOf(row, at + 1, shared)),
  };
}

function lineOf(row: ArchiveRow, sortOrder: number, shared: ReadonlyMap<number, number>) {
  const rank = numberIn(row, 'rank');
  const startOrder = numberIn(row, 'start_order');
  const text = (column: string) => cell(row, column) || undefined;
  const isTeam = cell(row, 'participant_type') !== 'Person';
  const code = cell(row, 'participant_code');
  const name = cell(row, 'participant_name');
  const organisation = text('participant_country_code');
  const bib = text('bib');
  return {
    sortOrder,
    ...(rank !== undefined && { rank, rankEqual: (shared.get(rank) ?? 0) > 1 }),
    ...(startOrder !== undefined && { startOrder, startSortOrder: startOrder }),
    resultType: text('result_type'),
    result: text('result'),
    diff: text('result_diff'),
    irm: text('result_IRM'),
    qualificationMark: text('qualification_mark'),
    wlt: text('result_WLT'),
    competitor: {
      code,
      type: isTeam ? 'T' : 'A',
      organisation,
      bib,
      ...(isTeam ? { teamName: name } : { athletes: [{ code, order: 1, bib }] }),
    },
  };
}

const behindAll = 1e6;

/** Winners before losers where nobody is ranked. */
function placeOf(row: ArchiveRow): number {
  const rank = numberIn(row, 'rank');
  if (rank !== undefined) return rank;
  const outcome = ['W', 'T', 'L'].indexOf(cell(row, 'result_WLT'));
  return behindAll + (outcome === -1 ? (numberIn(row, 'start_order') ?? behindAll) : outcome);
}
