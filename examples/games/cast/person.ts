/** Somebody of the cast: an athlete or an official. */
export type Person = {
  /** Accreditation-like code without leading zeros. */
  readonly code: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly localGivenName?: string;
  readonly localFamilyName?: string;
  readonly gender: 'M' | 'F';
  readonly organisation: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly heightCm: number;
  readonly discipline: string;
  /** ODF function: AA01 is an athlete. */
  readonly function: string;
  /** How good, in deviations from the average: about -2 to 2. */
  readonly skill: number;
  /** Fixed number, where the sport has one. */
  readonly bib?: number;
  /** Place in the team: goalkeeper, defender, forward. */
  readonly position?: 'GK' | 'D' | 'F';
};

/** A person, a pair or a team in an event. */
export type Entrant = {
  readonly code: string;
  readonly kind: 'A' | 'T';
  readonly organisation: string;
  /** Of a team or pair; of an athlete the family and given name. */
  readonly name: string;
  readonly members: readonly Person[];
  readonly skill: number;
};

/** A single athlete as an entrant. */
export function alone(person: Person): Entrant {
  const { code, organisation, skill, familyName, givenName } = person;
  return { code, kind: 'A', organisation, name: `${familyName} ${givenName}`, members: [person], skill };
}

/** A team with the code that ODF gives it: event, organisation, number. */
export function teamOf(event: string, organisation: string, name: string, members: readonly Person[]): Entrant {
  const skill = members.reduce((sum, member) => sum + member.skill, 0) / members.length;
  return { code: `${event.padEnd(12, '-')}${organisation}01`, kind: 'T', organisation, name, members, skill };
}
