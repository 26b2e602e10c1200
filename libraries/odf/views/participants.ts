import { athlete, codedValue, entry } from './competitor.ts';
import type { OdfEntry } from './competitor.ts';
import { element, must, number, text } from './fields.ts';
import { children, required } from './place.ts';
import type { Place } from './place.ts';
import { many, shape, together } from './shape.ts';
import type { Field, Typed } from './shape.ts';
import { bud } from './sprout.ts';

const registeredEvent = shape({
  event: must('Event'),
  bib: text('Bib'),
  status: text('Status'),
  substitute: text('Substitute'),
  entries: many('EventEntry', codedValue),
});
/** An event entered; up to the Games of 2024 entries came with the participants. */
export type RegisteredEvent = Typed<typeof registeredEvent>;

const discipline = shape({
  code: must('Code'),
  /** Id at the international federation. */
  federationId: text('IFId'),
  entries: many('DisciplineEntry', codedValue),
  events: many('RegisteredEvent', registeredEvent),
});
/** What a participant or team is entered for in one discipline. */
export type ParticipantDiscipline = Typed<typeof discipline>;

const otherNames = {
  givenName: text('GivenName'),
  printInitialName: text('PrintInitialName'),
  tvInitialName: text('TVInitialName'),
  tvFamilyName: text('TVFamilyName'),
  localGivenName: text('LocalGivenName'),
  localFamilyName: text('LocalFamilyName'),
  passportGivenName: text('PassportGivenName'),
  passportFamilyName: text('PassportFamilyName'),
  /** For scoreboards of three widths. */
  scoreboardNames: together(shape({ long: text('SCBLName'), medium: text('SCBMName'), short: text('SCBSName') })),
};

/** Functions of a person, each an element with nothing but its code. */
const functions: Field<readonly string[]> = {
  path: [],
  read: (place) => children(place, 'OfficialFunction').map((each) => required(each, 'FunctionId')),
  write: (at, codes = []) => {
    for (const code of codes) bud(at(), 'OfficialFunction').attributes['FunctionId'] = code;
  },
};

const participant = shape({
  /** Accreditation-like id without leading zeros. */
  code: must('Code'),
  parent: text('Parent'),
  /** e.g. `ACTIVE`, `CANCEL`; as written. */
  status: must('Status'),
  familyName: must('FamilyName'),
  /** Family name in capitals, given name: `VALLA Tero`. */
  printName: must('PrintName'),
  /** Given name first: `Tero VALLA`. */
  tvName: must('TVName'),
  ...otherNames,
  /** `M`, `F` or `X`; as written. */
  gender: must('Gender'),
  organisation: must('Organisation'),
  /** `YYYY-MM-DD`. */
  birthDate: text('BirthDate'),
  heightCm: number('Height'),
  weightKg: number('Weight'),
  placeOfBirth: text('PlaceofBirth'),
  countryOfBirth: text('CountryofBirth'),
  placeOfResidence: text('PlaceofResidence'),
  countryOfResidence: text('CountryofResidence'),
  nationality: text('Nationality'),
  mainFunction: text('MainFunctionId'),
  functions,
  disciplines: many('Discipline', discipline),
  element,
});
/** An athlete, coach or official, with a name for every use. */
export type OdfParticipant = Typed<typeof participant>;

const team = shape({
  /** e.g. `IHOMTEAM6---CZE01`. */
  code: must('Code'),
  status: must('Status'),
  organisation: must('Organisation'),
  name: text('Name'),
  shortName: must('ShortName'),
  tvTeamName: text('TVTeamName'),
  gender: must('Gender'),
  type: text('TeamType'),
  members: many('Composition/Athlete', athlete),
  disciplines: many('Discipline', discipline),
  element,
});
/** A team and its members. */
export type OdfTeam = Typed<typeof team>;

/** DT_PARTIC and DT_PARTIC_UPDATE. */
export const participants = shape({ participants: many('Participant', participant) });

/** Content of DT_PARTIC and DT_PARTIC_UPDATE. */
export type OdfParticipants = { readonly kind: 'participants' } & Typed<typeof participants>;

/** DT_PARTIC_TEAMS and DT_PARTIC_TEAMS_UPDATE. */
export const teams = shape({ teams: many('Team', team) });

/** Content of DT_PARTIC_TEAMS and DT_PARTIC_TEAMS_UPDATE. */
export type OdfTeams = { readonly kind: 'teams' } & Typed<typeof teams>;

const names = shape({
  code: must('Code'),
  organisation: text('Organisation'),
  familyName: text('FamilyName'),
  printName: text('PrintName'),
  tvName: text('TVName'),
  ...otherNames,
  element,
});
/** The names of a person in the language of the message's header. */
export type OdfParticipantNames = Typed<typeof names>;

/** DT_PARTIC_NAME. */
export const participantNames = shape({
  participants: many('Participant', names),
  teams: many(
    'Team',
    shape({ code: must('Code'), name: text('Name'), shortName: text('ShortName'), tvTeamName: text('TVTeamName') }),
  ),
});

/** Content of DT_PARTIC_NAME. */
export type OdfNames = { readonly kind: 'participant-names' } & Typed<typeof participantNames>;

/** DT_ENTRIES. */
export const entries = shape({ entries: many('Entry', entry) });

/** Content of DT_ENTRIES. */
export type OdfEntries = { readonly kind: 'entries' } & Typed<typeof entries>;

/** Reads a `Participant`. */
export const readParticipant: (place: Place) => OdfParticipant = participant.read;

/** Reads a `Team`. */
export const readTeam: (place: Place) => OdfTeam = team.read;

/** Reads a `Participant` of a DT_PARTIC_NAME. */
export const readParticipantNames: (place: Place) => OdfParticipantNames = names.read;

/** Reads an `Entry`. */
export const readEntry: (place: Place) => OdfEntry = entry.read;
