/** A person in a list, with the code that the messages bear. */
export type RacePerson = {
  readonly code: string;
  readonly bib: string | null;
  readonly family: string;
  readonly given: string | null;
  readonly organisation: string;
  readonly nation: string | null;
  readonly gender: 'M' | 'F' | 'X';
  /** YYYY-MM-DD where the whole date is known. */
  readonly birthDate: string | null;
};

/** Someone in a start list or result list: a person, or a team, whose name is then its `family`. */
export type RaceEntrant = RacePerson & {
  readonly startOrder: number;
  /** As it is shown; null where there is none. */
  readonly result: string | null;
  readonly diff: string | null;
  readonly rank: number | null;
  readonly isRankShared: boolean;
  readonly mark: 'DNS' | 'DNF' | 'DSQ' | null;
  /** Who makes up a team, in the order of the legs; undefined of a single athlete. */
  readonly members?: readonly RaceMember[];
};

/** A member of a team; `result` is the time of the leg, where it is known. */
type RaceMember = RacePerson & { readonly order: number; readonly result: string | null };

/** A heat, run or final with those who compete in it. */
export type RaceUnit = {
  readonly rsc: string;
  readonly name: string;
  /** Start at the venue with its offset, xs:dateTime. */
  readonly startsAt: string;
  /** Which medals are decided in it; none where that is not said. */
  readonly medal?: 'none' | 'gold' | 'bronze' | 'any';
  readonly entrants: readonly RaceEntrant[];
};

/** A start list or result list of the units of an event, with all that is needed to write it as ODF. */
export type RaceList = {
  readonly kind: 'start-list' | 'results';
  readonly status: 'START_LIST' | 'UNOFFICIAL' | 'OFFICIAL';
  readonly day: string;
  /** Null where the schedule is known and is not to be written. */
  readonly place: { readonly code: string; readonly name: string } | null;
  readonly discipline: { readonly code: string; readonly name: string | null };
  readonly event: { readonly rsc: string; readonly name: string };
  /** At least one. */
  readonly units: readonly RaceUnit[];
  readonly competition: { readonly code: string; readonly name: string | null };
  readonly organisations: readonly { readonly code: string; readonly name: string; readonly isNew: boolean }[];
};

/** The people of entrants: single athletes, and the members of teams. */
export function peopleOf(entrants: readonly RaceEntrant[]): RacePerson[] {
  return entrants.flatMap((entrant): readonly RacePerson[] => entrant.members ?? [entrant]);
}

/** What an entrant is called on screens: `Tero VALLA`; a team by its own name. */
export function nameOfEntrant({ family, given, members }: Pick<RaceEntrant, 'family' | 'given' | 'members'>): string {
  if (members !== undefined) return family;
  return given === null ? family.toUpperCase() : `${given} ${family.toUpperCase()}`;
}
