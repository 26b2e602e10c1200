import type { OdfParticipant, OdfTeam } from '@altis/odf';
import type { PersonName } from '../contract/index.ts';
import { nameInRegister } from './person-name.ts';

/** A participant as the newest list or update has it. */
export type ParticipantFacts = {
  readonly code: string;
  readonly name: PersonName;
  readonly organisation: string;
  readonly gender: string | null;
  readonly birthDate: string | null;
  readonly function: string | null;
};

/** A team as the newest list or update has it. */
export type TeamFacts = {
  readonly code: string;
  readonly name: string;
  readonly organisation: string;
  readonly members: readonly { readonly code: string; readonly bib: string | null; readonly role: string | null }[];
};

/** Those that a question is about, by code. */
export type Register = {
  readonly participants: ReadonlyMap<string, ParticipantFacts>;
  readonly teams: ReadonlyMap<string, TeamFacts>;
};

/** What the results keep of a `Participant`. */
export function participantFacts(person: OdfParticipant): ParticipantFacts {
  return {
    code: person.code,
    name: nameInRegister(person),
    organisation: person.organisation,
    gender: person.gender === '' ? null : person.gender,
    birthDate: person.birthDate ?? null,
    function: person.mainFunction ?? null,
  };
}

/** What the results keep of a `Team`. */
export function teamFacts(team: OdfTeam): TeamFacts {
  return {
    code: team.code,
    name: team.tvTeamName ?? team.name ?? (team.shortName === '' ? team.organisation : team.shortName),
    organisation: team.organisation,
    members: team.members.map(({ code, bib, role }) => ({ code, bib: bib ?? null, role: role ?? null })),
  };
}
