import type { OdfElement } from '../odf-element.ts';
import { readCoded, readCompetitor, readExtended } from './competitor.ts';
import type { CodedValue, ExtendedValue, OdfCompetitor } from './competitor.ts';
import { child, children, dateTime, flag, number, required, text } from './place.ts';
import type { Place } from './place.ts';

/** Content of DT_RESULT. */
export type OdfResults = {
  readonly kind: 'results';
  readonly results: readonly OdfResult[];
  readonly infos: ExtendedInfos;
  readonly clock:
    | { readonly isRunning: boolean; readonly time: string; readonly period: string | undefined }
    | undefined;
  readonly periods: readonly OdfPeriod[];
};

/** Rank and mark, as a result and each of its items have them. */
export type ResultValues = {
  readonly rank: number | undefined;
  readonly rankEqual: boolean;
  readonly resultType: string | undefined;
  readonly result: string | undefined;
  readonly diff: string | undefined;
  /** Invalid result mark: `DNF`, `DSQ` … */
  readonly irm: string | undefined;
  readonly qualificationMark: string | undefined;
  /** `W`, `L` or `T`. */
  readonly wlt: string | undefined;
  readonly sortOrder: number | undefined;
  readonly startOrder: number | undefined;
  readonly startSortOrder: number | undefined;
  readonly penalty: string | undefined;
  /** The time is provisional. */
  readonly isUnchecked: boolean;
  /** `E` evaluated, `P` pending. */
  readonly photoFinish: string | undefined;
};

/** One line of a result. */
export type OdfResult = ResultValues & {
  readonly competitor: OdfCompetitor | undefined;
  readonly extendedResults: readonly ExtendedValue[];
  readonly records: readonly {
    readonly order: number | undefined;
    readonly code: string;
    readonly type: string;
    readonly isEqualled: boolean;
  }[];
  readonly items: readonly (ResultValues & { readonly unit: string | undefined; readonly order: number | undefined })[];
  readonly element: OdfElement;
};

/** What is said about the unit as a whole. */
export type ExtendedInfos = {
  readonly startDate: string | undefined;
  readonly endDate: string | undefined;
  readonly infos: readonly (CodedValue & { readonly extensions: readonly CodedValue[] })[];
  readonly disciplineName: string | undefined;
  readonly eventName: string | undefined;
  readonly subEventName: string | undefined;
  readonly gender: string | undefined;
  readonly unitNumber: string | undefined;
  readonly venue: string | undefined;
  readonly venueName: string | undefined;
  readonly location: string | undefined;
  readonly locationName: string | undefined;
};

/** The score of one period. */
export type OdfPeriod = {
  readonly code: string;
  readonly homeScore: string | undefined;
  readonly awayScore: string | undefined;
  readonly homePeriodScore: string | undefined;
  readonly awayPeriodScore: string | undefined;
  readonly duration: string | undefined;
};

/** Reads everything below `Competition` of a DT_RESULT. */
export function readResults(competition: Place): OdfResults {
  const clock = child(competition, 'Clock');
  return {
    kind: 'results',
    results: children(competition, 'Result').map(readResult),
    infos: readInfos(competition),
    clock: clock && { isRunning: flag(clock, 'Running'), time: required(clock, 'Time'), period: text(clock, 'Period') },
    periods: readPeriods(competition),
  };
}

/** Reads a `Result`. */
export function readResult(place: Place): OdfResult {
  const competitor = child(place, 'Competitor');
  return {
    ...readValues(place),
    competitor: competitor && readCompetitor(competitor),
    extendedResults: children(child(place, 'ExtendedResults'), 'ExtendedResult').map(readExtended),
    records: children(child(place, 'RecordIndicators'), 'RecordIndicator').map((record) => ({
      order: number(record, 'Order'),
      code: required(record, 'Code'),
      type: required(record, 'RecordType'),
      isEqualled: flag(record, 'Equalled'),
    })),
    items: children(child(place, 'ResultItems'), 'ResultItem').map((item) => ({
      unit: text(item, 'Unit'),
      order: number(item, 'Order'),
      ...readValues(child(item, 'Result') ?? item),
    })),
    element: place.element,
  };
}

/** Reads `ExtendedInfos`; everything is absent where there are none. */
export function readInfos(competition: Place): ExtendedInfos {
  const infos = child(competition, 'ExtendedInfos');
  const [times, sport, venue] = [
    child(infos, 'UnitDateTime'),
    child(infos, 'SportDescription'),
    child(infos, 'VenueDescription'),
  ];
  return {
    startDate: dateTime(times, 'StartDate'),
    endDate: dateTime(times, 'EndDate'),
    infos: children(infos, 'ExtendedInfo').map((info) => ({
      ...readCoded(info),
      extensions: children(info, 'Extension').map(readCoded),
    })),
    disciplineName: text(sport, 'DisciplineName'),
    eventName: text(sport, 'EventName'),
    subEventName: text(sport, 'SubEventName'),
    gender: text(sport, 'Gender'),
    unitNumber: text(sport, 'UnitNum'),
    venue: text(venue, 'Venue'),
    venueName: text(venue, 'VenueName'),
    location: text(venue, 'Location'),
    locationName: text(venue, 'LocationName'),
  };
}

/** Reads `Periods`. */
export function readPeriods(competition: Place): OdfPeriod[] {
  return children(child(competition, 'Periods'), 'Period').map((period) => ({
    code: required(period, 'Code'),
    homeScore: text(period, 'HomeScore'),
    awayScore: text(period, 'AwayScore'),
    homePeriodScore: text(period, 'HomePeriodScore'),
    awayPeriodScore: text(period, 'AwayPeriodScore'),
    duration: text(period, 'Duration'),
  }));
}

function readValues(place: Place): ResultValues {
  return {
    rank: number(place, 'Rank'),
    rankEqual: flag(place, 'RankEqual'),
    resultType: text(place, 'ResultType'),
    result: text(place, 'Result'),
    diff: text(place, 'Diff'),
    irm: text(place, 'IRM'),
    qualificationMark: text(place, 'QualificationMark'),
    wlt: text(place, 'WLT'),
    sortOrder: number(place, 'SortOrder'),
    startOrder: number(place, 'StartOrder'),
    startSortOrder: number(place, 'StartSortOrder'),
    penalty: text(place, 'Pty'),
    isUnchecked: flag(place, 'Unchecked'),
    photoFinish: text(place, 'PhotoFinish'),
  };
}
