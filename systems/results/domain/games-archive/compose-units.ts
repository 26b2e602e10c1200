import type { ContentDraft } from '@altis/odf';
import { cell, type ArchiveRow, type GamesArchive } from './games-archive.ts';
import { findEvent, phaseOfCode, unitAt, type KnownEvents } from './known-events.ts';
import type { PlannedUnit } from './plan-units.ts';

type Unit = NonNullable<Extract<ContentDraft, { kind: 'schedule' }>['units']>[number];

/** Phases in which gold was won, with those who won it: where a row is about a whole phase, they tell which unit decided. */
export function goldUnits({ medals }: GamesArchive, known: KnownEvents): Map<string, string[]> {
  const winners = new Map<string, string[]>();
  for (const row of medals) {
    const event = findEvent(known, cell(row, 'discipline'), cell(row, 'event'));
    const unit = event && unitAt(event, cell(row, 'url_event'));
    if (unit === undefined || cell(row, 'medal_code') !== '1') continue;
    winners.set(phaseOfCode(unit), [...(winners.get(phaseOfCode(unit)) ?? []), cell(row, 'code')]);
  }
  return winners;
}

/** A unit of a DT_SCHEDULE. */
export function composeUnit(
  { rsc, plan, isOfPhase, results }: PlannedUnit,
  order: number,
  gold: ReadonlyMap<string, readonly string[]>,
): Unit {
  const result = results[0] ?? {};
  const row = plan ?? {};
  const end = cell(result, 'date');
  const venue = cell(row, 'venue_code');
  const name = cell(result, 'event_stage') || cell(row, 'phase') || cell(row, 'event');
  return {
    code: rsc,
    phaseType: '3',
    status: results.length > 0 ? 'FINISHED' : cell(row, 'status') || 'FINISHED',
    order,
    ...timesOf(row, end),
    medal: medalOf(rsc, row, isOfPhase, results, gold),
    ...(venue !== '' && {
      venue,
      location: cell(row, 'location_code') || venue,
      locationName: cell(row, 'location_description') || cell(row, 'venue'),
    }),
    venueName: cell(row, 'venue') || cell(result, 'venue'),
    names: { ENG: name === '' ? rsc : name },
  };
}

/** A unit that the schedule does not have began at a time that is not known, on the day of its results. */
function timesOf(row: ArchiveRow, end: string): Partial<Unit> {
  const start = cell(row, 'start_date');
  if (start === '') return { startDate: end, isStartHidden: true, endDate: end };
  const plannedEnd = cell(row, 'end_date');
  return { startDate: start, ...(plannedEnd !== '' && { endDate: plannedEnd }) };
}

function medalOf(
  rsc: string,
  row: ArchiveRow,
  isOfPhase: boolean,
  results: readonly ArchiveRow[],
  gold: ReadonlyMap<string, readonly string[]>,
): string {
  const told = /^[0-3]$/.test(cell(row, 'event_medal')) ? cell(row, 'event_medal') : '0';
  if (!isOfPhase) return told;
  const winners = gold.get(phaseOfCode(rsc)) ?? [];
  return told === '1' && results.some((each) => winners.includes(cell(each, 'participant_code'))) ? '1' : '0';
}
