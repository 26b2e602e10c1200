import type { OdfElement } from '../odf-element.ts';
import { readAthlete, readCoded } from './competitor.ts';
import type { CodedValue, OdfAthlete } from './competitor.ts';
import { child, children, number, required, text } from './place.ts';
import type { Place } from './place.ts';

/** Content of DT_PARTIC and DT_PARTIC_UPDATE. */
export type OdfParticipants = { readonly kind: 'participants'; readonly participants: readonly OdfParticipant[] };

/** Content of DT_PARTIC_TEAMS and DT_PARTIC_TEAMS_UPDATE. */
export type OdfTeams = { readonly kind: 'teams'; readonly teams: readonly OdfTeam[] };

/** An athlete, coach or official, with a name for every use. */
export type OdfParticipant = {
  /** Accreditation-like id without leading zeros. */
  readonly code: string;
  readonly parent: string | undefined;
  /** e.g. `ACTIVE`, `CANCEL`; as written. */
  readonly status: string;
  readonly givenName: string | undefined;
  readonly familyName: string;
  /** Family name in capitals, given name: `VALLA Tero`. */
  readonly printName: string;
  readonly printInitialName: string | undefined;
  /** Given name first: `Tero VALLA`. */
  readonly tvName: string;
  readonly tvInitialName: string | undefined;
  readonly tvFamilyName: string | undefined;
  readonly localGivenName: string | undefined;
  readonly localFamilyName: string | undefined;
  /** For scoreboards of three widths. */
  readonly scoreboardNames: {
    readonly long: string | undefined;
    readonly medium: string | undefined;
    readonly short: string | undefined;
  };
  /** `M`, `F` or `X`; as written. */
  readonly gender: string;
  readonly organisation: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | undefined;
  readonly heightCm: number | undefined;
  readonly weightKg: number | undefined;
  readonly placeOfBirth: string | undefined;
  readonly countryOfBirth: string | undefined;
  readonly placeOfResidence: string | undefined;
  readonly countryOfResidence: string | undefined;
  readonly nationality: string | undefined;
  readonly mainFunction: string | undefined;
  readonly functions: readonly string[];
  readonly disciplines: readonly ParticipantDiscipline[];
  readonly element: OdfElement;
};

/** What a participant or team is entered for in one discipline. */
export type ParticipantDiscipline = {
  readonly code: string;
  /** Id at the international federation. */
  readonly federationId: string | undefined;
  readonly entries: readonly CodedValue[];
  readonly events: readonly RegisteredEvent[];
};

/** An event entered; up to the Games of 2024 entries came with the participants. */
export type RegisteredEvent = {
  readonly event: string;
  readonly bib: string | undefined;
  readonly status: string | undefined;
  readonly substitute: string | undefined;
  readonly entries: readonly CodedValue[];
};

/** A team and its members. */
export type OdfTeam = {
  /** e.g. `IHOMTEAM6---CZE01`. */
  readonly code: string;
  readonly status: string;
  readonly organisation: string;
  readonly name: string | undefined;
  readonly shortName: string;
  readonly tvTeamName: string | undefined;
  readonly gender: string;
  readonly type: string | undefined;
  readonly members: readonly OdfAthlete[];
  readonly disciplines: readonly ParticipantDiscipline[];
  readonly element: OdfElement;
};

/** Reads the participants below `Competition`. */
export function readParticipants(competition: Place): OdfParticipants {
  return { kind: 'participants', participants: children(competition, 'Participant').map(readParticipant) };
}

/** Reads the teams below `Competition`. */
export function readTeams(competition: Place): OdfTeams {
  return { kind: 'teams', teams: children(competition, 'Team').map(readTeam) };
}

/** Reads a `Participant`. */
export function readParticipant(place: Place): OdfParticipant {
  return {
    code: required(place, 'Code'),
    parent: text(place, 'Parent'),
    status: required(place, 'Status'),
    givenName: text(place, 'GivenName'),
    familyName: required(place, 'FamilyName'),
    printName: required(place, 'PrintName'),
    printInitialName: text(place, 'PrintInitialName'),
    tvName: required(place, 'TVName'),
    tvInitialName: text(place, 'TVInitialName'),
    tvFamilyName: text(place, 'TVFamilyName'),
    localGivenName: text(place, 'LocalGivenName'),
    localFamilyName: text(place, 'LocalFamilyName'),
    scoreboardNames: { long: text(place, 'SCBLName'), medium: text(place, 'SCBMName'), short: text(place, 'SCBSName') },
    gender: required(place, 'Gender'),
    organisation: required(place, 'Organisation'),
    birthDate: text(place, 'BirthDate'),
    heightCm: number(place, 'Height'),
    weightKg: number(place, 'Weight'),
    placeOfBirth: text(place, 'PlaceofBirth'),
    countryOfBirth: text(place, 'CountryofBirth'),
    placeOfResidence: text(place, 'PlaceofResidence'),
    countryOfResidence: text(place, 'CountryofResidence'),
    nationality: text(place, 'Nationality'),
    mainFunction: text(place, 'MainFunctionId'),
    functions: children(place, 'OfficialFunction').map((entry) => required(entry, 'FunctionId')),
    disciplines: children(place, 'Discipline').map(readDiscipline),
    element: place.element,
  };
}

/** Reads a `Team`. */
export function readTeam(place: Place): OdfTeam {
  return {
    code: required(place, 'Code'),
    status: required(place, 'Status'),
    organisation: required(place, 'Organisation'),
    name: text(place, 'Name'),
    shortName: required(place, 'ShortName'),
    tvTeamName: text(place, 'TVTeamName'),
    gender: required(place, 'Gender'),
    type: text(place, 'TeamType'),
    members: children(child(place, 'Composition'), 'Athlete').map(readAthlete),
    disciplines: children(place, 'Discipline').map(readDiscipline),
    element: place.element,
  };
}

function readDiscipline(place: Place): ParticipantDiscipline {
  return {
    code: required(place, 'Code'),
    federationId: text(place, 'IFId'),
    entries: children(place, 'DisciplineEntry').map(readCoded),
    events: children(place, 'RegisteredEvent').map(readRegisteredEvent),
  };
}

function readRegisteredEvent(place: Place): RegisteredEvent {
  return {
    event: required(place, 'Event'),
    bib: text(place, 'Bib'),
    status: text(place, 'Status'),
    substitute: text(place, 'Substitute'),
    entries: children(place, 'EventEntry').map(readCoded),
  };
}
