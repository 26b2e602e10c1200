import type { ContentDraft } from '@altis/odf';
import { cell, numberIn, type ArchiveRow, type GamesArchive } from './games-archive.ts';
import { findEvent, phaseOfCode, unitAt, type KnownEvents } from './known-events.ts';
import type { UnplacedNotes } from './unplaced.ts';

export type EventMedals = { readonly event: string; readonly day: string; readonly content: ContentDraft };

const colours: Readonly<Record<string, string>> = { 1: 'ME_GOLD', 2: 'ME_SILVER', 3: 'ME_BRONZE' };

/** DT_MEDALLISTS of each event. Who shares a medal stands beside one another under it. */
export function composeMedallists(
  archive: GamesArchive,
  results: ReadonlyMap<string, readonly ArchiveRow[]>,
  known: KnownEvents,
  unplaced: UnplacedNotes,
): EventMedals[] {
  const byEvent = new Map<string, ArchiveRow[]>();
  for (const row of archive.medals) {
    const event = findEvent(known, cell(row, 'discipline'), cell(row, 'event'));
    const why = event === undefined ? 'an event without results' : 'neither gold, silver nor bronze';
    if (event === undefined || colours[cell(row, 'medal_code')] === undefined) {
      unplaced.add(`medals: ${why}`, [cell(row, 'discipline'), cell(row, 'event'), cell(row, 'name')].join(', '));
    } else byEvent.set(event, [...(byEvent.get(event) ?? []), row]);
  }
  const winners = membersWhoWon(archive.medallists);
  return Array.from(byEvent, ([event, rows]) => {
    const medals = Map.groupBy(rows, (row) => cell(row, 'medal_code'));
    const days = rows.map((row) => cell(row, 'medal_date'));
    const day = days.reduce((last, each) => (each > last ? each : last), '');
    return {
      event,
      day,
      content: {
        kind: 'medallists',
        medals: [...medals.entries()]
          .toSorted(([left], [right]) => Number(left) - Number(right))
          .map(([code, shared]) => ({
            code: colours[code] ?? '',
            date: cell(shared[0] ?? {}, 'medal_date'),
            unit: decidedIn(event, shared[0] ?? {}, results),
            competitors: shared.map((row, at) => competitor(row, at + 1, event, winners, known)),
          })),
      },
    };
  });
}

/** DT_MEDALS as the archive counts it, to be compared with the medals of the events. */
export function composeMedalTable(
  { medals_total: totals }: GamesArchive,
  events: readonly EventMedals[],
  dateTime: string,
): ContentDraft {
  const lines = totals.map((row) => ({
    organisation: cell(row, 'country_code'),
    gold: numberIn(row, 'Gold Medal') ?? 0,
    silver: numberIn(row, 'Silver Medal') ?? 0,
    bronze: numberIn(row, 'Bronze Medal') ?? 0,
    total: numberIn(row, 'Total') ?? 0,
  }));
  const byMedals = (left: Line, right: Line): number =>
    right.gold - left.gold || right.silver - left.silver || right.bronze - left.bronze;
  const byTotal = (left: Line, right: Line): number => right.total - left.total;
  const places = { byMedals: lines.toSorted(byMedals), byTotal: lines.toSorted(byTotal) };
  return {
    kind: 'medals',
    dateTime,
    lastEvent: events.toSorted((left, right) => (left.day < right.day ? -1 : 1)).at(-1)?.event,
    finishedEvents: events.length,
    totalEvents: events.length,
    lines: places.byMedals.map((line, at) => {
      const { organisation, ...counts } = line;
      return {
        organisation,
        rank: 1 + places.byMedals.findIndex((each) => byMedals(each, line) === 0),
        sortRank: at + 1,
        rankByTotal: 1 + places.byTotal.findIndex((each) => byTotal(each, line) === 0),
        sortRankByTotal: 1 + places.byTotal.indexOf(line),
        counts: [{ type: 'TOT', ...counts }],
      };
    }),
  };
}

type Line = {
  readonly organisation: string;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
  readonly total: number;
};

/** The unit that an address leads to; where it leads to a phase, that one in which the winner competed. */
function decidedIn(event: string, row: ArchiveRow, results: ReadonlyMap<string, readonly ArchiveRow[]>): string {
  const told = unitAt(event, cell(row, 'url_event')) ?? event;
  if (results.has(told)) return told;
  const phase = phaseOfCode(told);
  for (const [unit, rows] of results) {
    if (phaseOfCode(unit) !== phase) continue;
    if (rows.some((each) => cell(each, 'participant_code') === cell(row, 'code'))) return unit;
  }
  return phase;
}

function competitor(
  row: ArchiveRow,
  order: number,
  event: string,
  winners: ReadonlyMap<string, readonly string[]>,
  { eventNames }: KnownEvents,
) {
  const code = cell(row, 'code');
  const isTeam = !/^\d+$/.test(code);
  const members = winners.get(wonBy(row, eventNames.get(event) ?? '')) ?? [];
  const athletes = isTeam ? members : [code];
  return {
    code,
    type: isTeam ? 'T' : 'A',
    order,
    organisation: cell(row, 'country_code'),
    ...(isTeam && { teamName: cell(row, 'name') }),
    athletes: athletes.map((each, at) => ({ code: each, order: at + 1 })),
  };
}

/** Members of teams with a medal of their own, by what the team won. */
function membersWhoWon(medallists: readonly ArchiveRow[]): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const row of medallists) {
    if (cell(row, 'team') === '') continue;
    const key = wonBy(row, cell(row, 'event'));
    members.set(key, [...(members.get(key) ?? []), cell(row, 'code')]);
  }
  return members;
}

function wonBy(row: ArchiveRow, event: string): string {
  return [cell(row, 'discipline'), event, cell(row, 'medal_code'), cell(row, 'country_code')].join('|').toLowerCase();
}
