import { quote } from '../fault.ts';
import type { OdfElement } from '../odf-element.ts';
import { parseRsc } from '../rsc.ts';
import type { Rsc } from '../rsc.ts';
import { readCompetitor } from './competitor.ts';
import type { OdfCompetitor } from './competitor.ts';
import { byLanguage, child, children, dateTime, flag, number, required, text, warn } from './place.ts';
import type { Place } from './place.ts';

/** Content of DT_SCHEDULE and DT_SCHEDULE_UPDATE. */
export type OdfSchedule = {
  readonly kind: 'schedule';
  readonly sessions: readonly ScheduleSession[];
  readonly units: readonly ScheduleUnit[];
};

/** A session: what happens at one venue in one stretch. */
export type ScheduleSession = {
  readonly code: string;
  /** xs:dateTime as written, here and below. */
  readonly startDate: string | undefined;
  readonly endDate: string | undefined;
  readonly venue: string | undefined;
  readonly venueName: string | undefined;
  readonly type: string | undefined;
  readonly status: string | undefined;
  /** As written: `Y` in 2022, a number later. */
  readonly medal: string | undefined;
  /** By language code, e.g. `ENG`. */
  readonly names: Readonly<Record<string, string>>;
  readonly element: OdfElement;
};

/** A unit of the schedule. */
export type ScheduleUnit = {
  readonly code: string;
  /** Absent where the code is no RSC; a warning says so. */
  readonly rsc: Rsc | undefined;
  readonly phaseType: string | undefined;
  /** e.g. `SCHEDULED`, `RUNNING`; as written. */
  readonly status: string;
  readonly unitNumber: string | undefined;
  readonly order: number | undefined;
  readonly startDate: string | undefined;
  readonly endDate: string | undefined;
  readonly isStartHidden: boolean;
  readonly isEndHidden: boolean;
  readonly actualStartDate: string | undefined;
  readonly actualEndDate: string | undefined;
  /** `0` none, `1` gold, `2` silver, `3` bronze unit; as written. */
  readonly medal: string | undefined;
  readonly venue: string | undefined;
  readonly venueName: string | undefined;
  readonly location: string | undefined;
  readonly locationName: string | undefined;
  readonly sessionCode: string | undefined;
  /** By language code. */
  readonly names: Readonly<Record<string, string>>;
  /** By language code; may hold HTML, which is data of the sender and not safe to show as it is. */
  readonly descriptions: Readonly<Record<string, string>>;
  readonly startTexts: Readonly<Record<string, string>>;
  readonly starts: readonly ScheduleStart[];
  readonly element: OdfElement;
};

/** A place in the start list of a scheduled unit: a competitor, or the unit it will come from. */
export type ScheduleStart = {
  readonly sortOrder: number | undefined;
  readonly startOrder: number | undefined;
  readonly competitor: OdfCompetitor | undefined;
  readonly previousUnit:
    | { readonly unit: string | undefined; readonly value: string | undefined; readonly wlt: string | undefined }
    | undefined;
};

const scheduleStatuses = [
  'CANCELLED',
  'DELAYED',
  'FINISHED',
  'GETTING_READY',
  'INTERRUPTED',
  'POSTPONED',
  'RESCHEDULED',
  'RUNNING',
  'SCHEDULED',
  'SCHEDULED_BREAK',
  'UNSCHEDULED',
];

/** Reads the sessions and units below `Competition`. */
export function readSchedule(competition: Place): OdfSchedule {
  return {
    kind: 'schedule',
    sessions: children(competition, 'Session').map(readSession),
    units: children(competition, 'Unit').map(readUnit),
  };
}

/** Reads a `Session`. */
export function readSession(place: Place): ScheduleSession {
  return {
    code: required(place, 'SessionCode'),
    startDate: dateTime(place, 'StartDate'),
    endDate: dateTime(place, 'EndDate'),
    venue: text(place, 'Venue'),
    venueName: text(place, 'VenueName'),
    type: text(place, 'SessionType'),
    status: text(place, 'SessionStatus'),
    medal: text(place, 'Medal'),
    names: byLanguage(place, 'SessionName'),
    element: place.element,
  };
}

/** Reads a `Unit` of a schedule. */
export function readUnit(place: Place): ScheduleUnit {
  const code = required(place, 'Code');
  const rsc = parseRsc(code);
  if (!rsc.ok && code !== '') warn(place, 'Code', rsc.fault.message);
  const status = required(place, 'ScheduleStatus');
  if (status !== '' && !scheduleStatuses.includes(status))
    warn(place, 'ScheduleStatus', `${quote(status)} is no schedule status of ODF.`);
  const venue = child(place, 'VenueDescription');
  return {
    code,
    rsc: rsc.ok ? rsc.value : undefined,
    phaseType: text(place, 'PhaseType'),
    status,
    unitNumber: text(place, 'UnitNum'),
    order: number(place, 'Order'),
    startDate: dateTime(place, 'StartDate'),
    endDate: dateTime(place, 'EndDate'),
    isStartHidden: flag(place, 'HideStartDate'),
    isEndHidden: flag(place, 'HideEndDate'),
    actualStartDate: dateTime(place, 'ActualStartDate'),
    actualEndDate: dateTime(place, 'ActualEndDate'),
    medal: text(place, 'Medal'),
    venue: text(place, 'Venue'),
    venueName: text(venue, 'VenueName'),
    location: text(place, 'Location'),
    locationName: text(venue, 'LocationName'),
    sessionCode: text(place, 'SessionCode'),
    names: byLanguage(place, 'ItemName'),
    descriptions: byLanguage(place, 'ItemDescription'),
    startTexts: byLanguage(place, 'StartText'),
    starts: children(child(place, 'StartList'), 'Start').map(readStart),
    element: place.element,
  };
}

function readStart(place: Place): ScheduleStart {
  const competitor = child(place, 'Competitor');
  const previous = child(place, 'PreviousUnit');
  return {
    sortOrder: number(place, 'SortOrder'),
    startOrder: number(place, 'StartOrder'),
    competitor: competitor && readCompetitor(competitor),
    previousUnit: previous && {
      unit: text(previous, 'Unit'),
      value: text(previous, 'Value'),
      wlt: text(previous, 'WLT'),
    },
  };
}
