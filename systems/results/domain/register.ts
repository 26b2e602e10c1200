import { childElements, type OdfParticipant, type OdfTeam, type ParticipantDiscipline } from '@altis/odf';
import type { PersonName, PersonNames } from '../contract/index.ts';
import { nameInRegister } from './person-name.ts';

/** A participant as the newest list or update has it. */
export type ParticipantFacts = {
  readonly code: string;
  readonly name: PersonName;
  readonly organisation: string;
  readonly gender: string | null;
  readonly birthDate: string | null;
  readonly function: string | null;
  readonly status: string | null;
  readonly heightCm: number | null;
  readonly weightKg: number | null;
  readonly placeOfBirth: string | null;
  readonly names: StatedNames;
  readonly disciplines: readonly string[];
  readonly entries: readonly EventEntry[];
};

/** Names by purpose as the feed has them. */
type StatedNames = Omit<PersonNames, keyof PersonName | 'latin' | 'aliases'> & {
  readonly nicknames: readonly string[];
};

/** An event that somebody is entered for. */
export type EventEntry = { readonly event: string; readonly bib: string | null; readonly status: string | null };

/** A team as the newest list or update has it. */
export type TeamFacts = {
  readonly code: string;
  readonly name: string;
  readonly organisation: string;
  readonly gender: string | null;
  readonly status: string | null;
  readonly members: readonly { readonly code: string; readonly bib: string | null; readonly role: string | null }[];
  readonly disciplines: readonly string[];
  readonly entries: readonly EventEntry[];
};

/** Those that a question is about, by code. */
export type Register = {
  readonly participants: ReadonlyMap<string, Pick<ParticipantFacts, 'name' | 'organisation'>>;
  readonly teams: ReadonlyMap<string, Pick<TeamFacts, 'name' | 'organisation' | 'members'>>;
};

/** What the results keep of a `Participant`. */
export function participantFacts(person: OdfParticipant): ParticipantFacts {
  return {
    code: person.code,
    name: nameInRegister(person),
    organisation: person.organisation,
    gender: orNull(person.gender),
    birthDate: person.birthDate ?? null,
    function: person.mainFunction ?? person.functions.find((each) => each !== '') ?? null,
    status: orNull(person.status),
    heightCm: person.heightCm ?? null,
    weightKg: person.weightKg ?? null,
    placeOfBirth: person.placeOfBirth ?? null,
    names: {
      printInitial: person.printInitialName ?? null,
      tvInitial: person.tvInitialName ?? null,
      tvFamily: person.tvFamilyName ?? null,
      scoreboardShort: person.scoreboardNames.short ?? null,
      scoreboardMedium: person.scoreboardNames.medium ?? null,
      scoreboardLong: person.scoreboardNames.long ?? null,
      passport: orNull(
        [person.passportFamilyName, person.passportGivenName].filter((part) => part !== undefined).join(' '),
      ),
      nicknames: nicknames(person),
    },
    disciplines: disciplineCodes(person.disciplines),
    entries: eventEntries(person.disciplines),
  };
}

/** What the results keep of a `Team`. */
export function teamFacts(team: OdfTeam): TeamFacts {
  return {
    code: team.code,
    name: team.tvTeamName ?? team.name ?? (team.shortName === '' ? team.organisation : team.shortName),
    organisation: team.organisation,
    gender: orNull(team.gender),
    status: orNull(team.status),
    members: team.members.map(({ code, bib, role }) => ({ code, bib: bib ?? null, role: role ?? null })),
    disciplines: disciplineCodes(team.disciplines),
    entries: eventEntries(team.disciplines),
  };
}

function disciplineCodes(disciplines: readonly ParticipantDiscipline[]): string[] {
  return [...new Set(disciplines.map(({ code }) => code.slice(0, 3)))].filter((code) => code !== '');
}

function eventEntries(disciplines: readonly ParticipantDiscipline[]): EventEntry[] {
  return disciplines
    .flatMap(({ events }) => events)
    .filter(({ event }) => event !== '')
    .map(({ event, bib, status }) => ({ event, bib: bib ?? null, status: status ?? null }));
}

/** Names that somebody goes by: the coded entries NICKNAME and ALIAS, and attributes of such a name. */
function nicknames({ disciplines, element }: OdfParticipant): string[] {
  const entries = disciplines.flatMap((discipline) => [
    ...discipline.entries,
    ...discipline.events.flatMap((each) => each.entries),
  ]);
  const coded = entries.filter(({ code }) => /NICK|ALIAS|KNOWN_AS/.test(code)).map(({ value }) => value ?? '');
  const described = [element, ...childElements(element, 'Description')].flatMap(({ attributes }) => [
    attributes['Nickname'] ?? '',
    attributes['KnownAs'] ?? '',
  ]);
  return [...new Set([...coded, ...described])].filter((name) => name !== '');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
