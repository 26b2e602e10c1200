import { child, children, flag, number, required, text } from './place.ts';
import type { Place } from './place.ts';

/** A person or team in a result, an action or a start list. */
export type OdfCompetitor = {
  readonly code: string;
  /** `A` athlete, `T` team, `H` horse; as written. */
  readonly type: string;
  readonly organisation: string | undefined;
  readonly bib: string | undefined;
  readonly order: number | undefined;
  /** Only in actions: what this competitor did. */
  readonly role: string | undefined;
  readonly teamName: string | undefined;
  readonly isCurrent: boolean;
  readonly entries: readonly CodedValue[];
  readonly athletes: readonly OdfAthlete[];
};

/** A member of a competitor's composition; a single athlete is a composition of one. */
export type OdfAthlete = {
  readonly code: string;
  readonly order: number | undefined;
  readonly bib: string | undefined;
  /** e.g. `SCR`, `ASSIST1`, `GK`. */
  readonly role: string | undefined;
  readonly startOrder: number | undefined;
  readonly startSortOrder: number | undefined;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  readonly gender: string | undefined;
  readonly organisation: string | undefined;
  readonly birthDate: string | undefined;
  readonly entries: readonly CodedValue[];
  readonly extendedResults: readonly ExtendedValue[];
};

/** `Type`, `Code`, `Pos` and `Value`: ODF's way to add what a sport needs. */
export type CodedValue = {
  readonly type: string | undefined;
  readonly code: string;
  readonly position: string | undefined;
  readonly value: string | undefined;
};

/** A coded value with its own ranking and extensions: a split, a judge's mark … */
export type ExtendedValue = CodedValue & {
  readonly value2: string | undefined;
  readonly rank: number | undefined;
  readonly rankEqual: boolean;
  readonly sortOrder: number | undefined;
  readonly diff: string | undefined;
  readonly irm: string | undefined;
  readonly isUnchecked: boolean;
  readonly extensions: readonly CodedValue[];
};

/** Reads a `Competitor`. */
export function readCompetitor(place: Place): OdfCompetitor {
  return {
    code: required(place, 'Code'),
    type: required(place, 'Type'),
    organisation: text(place, 'Organisation'),
    bib: text(place, 'Bib'),
    order: number(place, 'Order'),
    role: text(place, 'Role'),
    teamName: text(child(place, 'Description'), 'TeamName'),
    isCurrent: flag(place, 'Current'),
    entries: children(place, 'EventUnitEntry').map(readCoded),
    athletes: children(child(place, 'Composition'), 'Athlete').map(readAthlete),
  };
}

/** Reads an `Athlete` of a composition. */
export function readAthlete(place: Place): OdfAthlete {
  const description = child(place, 'Description');
  return {
    code: required(place, 'Code'),
    order: number(place, 'Order'),
    bib: text(place, 'Bib'),
    role: text(place, 'Role'),
    startOrder: number(place, 'StartOrder'),
    startSortOrder: number(place, 'StartSortOrder'),
    givenName: text(description, 'GivenName'),
    familyName: text(description, 'FamilyName'),
    gender: text(description, 'Gender'),
    organisation: text(description, 'Organisation'),
    birthDate: text(description, 'BirthDate'),
    entries: children(place, 'EventUnitEntry').map(readCoded),
    extendedResults: children(child(place, 'ExtendedResults'), 'ExtendedResult').map(readExtended),
  };
}

/** Reads an element of the form `Type Code Pos Value`. */
export function readCoded(place: Place): CodedValue {
  return {
    type: text(place, 'Type'),
    code: required(place, 'Code'),
    position: text(place, 'Pos'),
    value: text(place, 'Value'),
  };
}

/** Reads an `ExtendedResult`. */
export function readExtended(place: Place): ExtendedValue {
  return {
    ...readCoded(place),
    value2: text(place, 'Value2'),
    rank: number(place, 'Rank'),
    rankEqual: flag(place, 'RankEqual'),
    sortOrder: number(place, 'SortOrder'),
    diff: text(place, 'Diff'),
    irm: text(place, 'IRM'),
    isUnchecked: flag(place, 'Unchecked'),
    extensions: children(place, 'Extension').map(readCoded),
  };
}
