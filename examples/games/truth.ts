import type { Person } from './cast/person.ts';
import { medalTable, type MedalCount } from './medal-table.ts';
import type { PlayedAction, PlayedUnit } from './story/played.ts';
import type { Line } from './story/sheet.ts';
import type { PlayedEvent, Simulation } from './story/simulate.ts';

/** The final state of the Games in plain terms: what everybody must read in the end. */
export type GamesTruth = {
  readonly days: readonly string[];
  readonly units: readonly UnitTruth[];
  readonly events: readonly EventTruth[];
  readonly medals: readonly MedalTruth[];
  readonly medalTable: readonly MedalCount[];
  readonly athletes: readonly Person[];
  /** The records that hold in the end; without a holder where they are older than the Games. */
  readonly records: readonly { readonly code: string; readonly result: string; readonly holder: string | null }[];
};

export type UnitTruth = {
  readonly rsc: string;
  readonly event: string;
  readonly name: string;
  /** Logical day. */
  readonly day: string;
  readonly venue: string;
  readonly session: string;
  readonly medal: 'none' | 'gold' | 'bronze';
  /** Planned start after all changes, epoch milliseconds; the actual start and end. */
  readonly startMs: number;
  readonly actualStartMs: number;
  readonly actualEndMs: number;
  readonly scheduleStatus: 'FINISHED';
  readonly resultStatus: 'OFFICIAL';
  readonly lines: readonly LineTruth[];
  /** Of a game. */
  readonly actions: readonly PlayedAction[];
};

/** Where an entrant ended; null where there is nothing. */
export type LineTruth = {
  readonly code: string;
  readonly organisation: string;
  readonly rank: string | null;
  readonly isRankShared: boolean;
  readonly result: string | null;
  readonly diff: string | null;
  readonly invalidMark: string | null;
  readonly outcome: 'W' | 'L' | 'T' | null;
  readonly qualification: string | null;
};

type EventTruth = {
  readonly rsc: string;
  readonly name: string;
  /** Codes of those entered. */
  readonly entrants: readonly string[];
  readonly ranking: readonly LineTruth[];
};

type MedalTruth = {
  readonly event: string;
  readonly medal: 'gold' | 'silver' | 'bronze';
  readonly unit: string;
  readonly code: string;
  readonly organisation: string;
  readonly athletes: readonly string[];
};

export function truthOf({ calendar, events, cast }: Simulation): GamesTruth {
  const medals = events.flatMap((event) => event.medals);
  const units = events.flatMap(({ played }) => played.units);
  return {
    days: [...new Set(units.map(({ day }) => calendar.day(day)))].toSorted(),
    units: units.map((unit) => unitTruth(unit, calendar.day(unit.day))),
    events: events.map(eventTruth),
    medals: medals.map(({ event, medal, unit, entrant }) => ({
      event: event.rsc,
      medal,
      unit: unit.rsc,
      code: entrant.code,
      organisation: entrant.organisation,
      athletes: entrant.members.map(({ code }) => code),
    })),
    medalTable: medalTable(medals),
    athletes: cast.athletes,
    records: events.flatMap(({ played }) =>
      (played.records ?? [])
        .slice(-1)
        .map(({ code, result, entrant }) => ({ code, result, holder: entrant?.code ?? null })),
    ),
  };
}

function unitTruth(
  { plan, startMs, actualStartMs, actualEndMs, sheet, actions = [] }: PlayedUnit,
  day: string,
): UnitTruth {
  const { rsc, event, names, venue, session, medal } = plan;
  return {
    rsc,
    event: event.rsc,
    name: names.ENG,
    day,
    venue: venue.code,
    session,
    medal,
    startMs,
    actualStartMs,
    actualEndMs,
    scheduleStatus: 'FINISHED',
    resultStatus: 'OFFICIAL',
    lines: sheet.lines.map(lineTruth),
    actions,
  };
}

function eventTruth({ stage, played }: PlayedEvent): EventTruth {
  const { event, entrants } = stage;
  return {
    rsc: event.rsc,
    name: event.names.ENG,
    entrants: entrants.map(({ code }) => code),
    ranking: played.ranking.map(lineTruth),
  };
}

function lineTruth({ entrant, rank, rankEqual, result, diff, irm, wlt, qualification }: Line): LineTruth {
  return {
    code: entrant.code,
    organisation: entrant.organisation,
    rank: rank === undefined ? null : String(rank),
    isRankShared: rankEqual === true,
    result: result ?? null,
    diff: diff ?? null,
    invalidMark: irm ?? null,
    outcome: wlt ?? null,
    qualification: qualification ?? null,
  };
}
