/** Someone in a start list or result list, with the codes that the messages bear. */
export type RaceEntrant = {
  readonly code: string;
  readonly bib: string | null;
  readonly startOrder: number;
  readonly family: string;
  readonly given: string | null;
  readonly organisation: string;
  readonly nation: string | null;
  readonly gender: 'M' | 'F' | 'X';
  /** YYYY-MM-DD where the whole date is known. */
  readonly birthDate: string | null;
  /** As it is shown; null where there is none. */
  readonly result: string | null;
  readonly diff: string | null;
  readonly rank: number | null;
  readonly isRankShared: boolean;
  readonly mark: 'DNS' | 'DNF' | 'DSQ' | null;
};

/** A start list or result list of one unit, with all that is needed to write it as ODF. */
export type RaceList = {
  readonly kind: 'start-list' | 'results';
  readonly status: 'START_LIST' | 'UNOFFICIAL' | 'OFFICIAL';
  readonly day: string;
  /** Start at the venue with its offset, xs:dateTime. */
  readonly startsAt: string;
  /** Null where the schedule is known and is not to be written. */
  readonly place: { readonly code: string; readonly name: string } | null;
  readonly discipline: { readonly code: string; readonly name: string | null };
  readonly event: { readonly rsc: string; readonly name: string };
  readonly unit: string;
  readonly competition: { readonly code: string; readonly name: string | null };
  readonly organisations: readonly { readonly code: string; readonly name: string; readonly isNew: boolean }[];
  readonly entrants: readonly RaceEntrant[];
};
