import type { Entrant, Person } from '../cast/person.ts';

/** `Type`, `Code`, `Pos`, `Value`: how ODF says what a sport adds. */
export type Coded = { readonly type: string; readonly code: string; readonly pos?: number; readonly value?: string };

/** A mark, a split, a reading: an ODF ExtendedResult. */
export type Detail = Coded & {
  readonly value2?: string;
  readonly rank?: number;
  readonly rankEqual?: boolean;
  readonly diff?: string;
  readonly extensions?: readonly { readonly code: string; readonly pos?: number; readonly value: string }[];
};

/** Rank and result in a part of a whole: a round, a leg. */
export type Part = {
  readonly unit?: string;
  readonly order: number;
  readonly rank?: number;
  readonly result?: string;
  readonly diff?: string;
  readonly irm?: string;
};

/** One entrant of a unit, as it stands at a moment. */
export type Line = {
  readonly entrant: Entrant;
  readonly bib?: number;
  readonly startOrder: number;
  readonly rank?: number;
  readonly rankEqual?: boolean;
  readonly resultType?: 'TIME' | 'POINTS' | 'IRM';
  readonly result?: string;
  readonly diff?: string;
  readonly penalty?: string;
  /** ODF IRM: DNF, DNS, DSQ. */
  readonly irm?: string;
  readonly qualification?: string;
  readonly wlt?: 'W' | 'L' | 'T';
  /** Of a team in its group. */
  readonly games?: GroupRecord;
  readonly isUnchecked?: boolean;
  readonly photoFinish?: 'P' | 'E';
  readonly isCurrent?: boolean;
  readonly details?: readonly Detail[];
  readonly parts?: readonly Part[];
  readonly records?: readonly { readonly code: string; readonly type: string; readonly isEqualled: boolean }[];
  /** Of each member, what the sport adds: a position, a leg. */
  readonly memberDetails?: ReadonlyMap<string, readonly Detail[]>;
};

/** Games of a team and what came of them. */
type GroupRecord = {
  readonly played: number;
  readonly won: number;
  readonly lost: number;
  readonly tied: number;
  readonly goalsFor: number;
  readonly goalsAgainst: number;
};

/** Everything that a DT_RESULT says of a unit at a moment. */
export type Sheet = {
  readonly infos: readonly Coded[];
  readonly lines: readonly Line[];
  readonly periods?: readonly ScoredPeriod[];
  readonly clock?: { readonly period: string; readonly time: string; readonly isRunning: boolean };
  readonly officials?: readonly { readonly person: Person; readonly function: string }[];
  /** Starts done, of all. */
  readonly progress?: { readonly total: number; readonly complete: number };
};

export type ScoredPeriod = {
  readonly code: string;
  readonly home: number;
  readonly away: number;
  readonly homeInPeriod: number;
  readonly awayInPeriod: number;
};

/** Marks of a line that has a value to rank by; those without come after them, by start. */
export type Standing = { readonly line: Line; readonly value?: number };

/**
 * Ranks the lowest value first; the same value shares a rank and the next ones are left out. `diff` writes the distance
 * to the first, which has none.
 */
export function ranked(standings: readonly Standing[], diff: (behind: number) => string | undefined): Line[] {
  const valued = standings
    .filter(hasValue)
    .toSorted((a, b) => a.value - b.value || a.line.startOrder - b.line.startOrder);
  const rest = standings.filter((standing) => !hasValue(standing));
  const best = valued[0]?.value ?? 0;
  const count = new Map<number, number>();
  for (const { value } of valued) count.set(value, (count.get(value) ?? 0) + 1);
  let rank = 0;
  const lines = valued.map(({ line, value }, index): Line => {
    if (valued[index - 1]?.value !== value) rank = index + 1;
    const behind = value === best ? undefined : diff(value - best);
    return {
      ...line,
      rank,
      ...((count.get(value) ?? 0) > 1 && { rankEqual: true }),
      ...(behind !== undefined && { diff: behind }),
    };
  });
  const byStart = rest.map(({ line }) => line).toSorted((a, b) => a.startOrder - b.startOrder);
  // Who is still to come stands before those who are out.
  return [...lines, ...byStart.filter(({ irm }) => !irm), ...byStart.filter(({ irm }) => irm)];
}

function hasValue(standing: Standing): standing is Standing & { value: number } {
  return standing.value !== undefined;
}
