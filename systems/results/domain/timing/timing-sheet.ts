import type { TimingDeed } from '../../contract/timing.ts';
import type { RaceEntrant } from '../race-list.ts';
import { rankTimes, type Placing } from '../rank-times.ts';

/** An input as the sheet needs it: what was done, and when by the clock of the server. */
export type TimedDeed = { readonly id: string; readonly atMs: number; readonly deed: TimingDeed };

/** What is known of the race of one starter. */
export type RaceOf = {
  readonly entrant: RaceEntrant;
  readonly bib: string;
  readonly startedAtMs: number | null;
  /** Started alone, not with all others. */
  readonly isAlone: boolean;
  /** From the start, by point. */
  readonly splitsMs: ReadonlyMap<number, number>;
  /** Penalty included; null until the finish. */
  readonly timeMs: number | null;
  readonly penaltyMs: number;
  readonly mark: 'DNS' | 'DNF' | 'DSQ' | null;
  readonly placing: Placing | null;
};

/** A press of which nobody of the start list is known to be meant. */
type UnassignedPress = {
  readonly input: string;
  readonly bib: string | null;
  readonly atMs: number;
  readonly kind: Exclude<TimingDeed['kind'], 'assign' | 'undo' | 'status'>;
};

export type TimingSheet = {
  readonly status: 'START_LIST' | 'LIVE' | 'UNOFFICIAL' | 'OFFICIAL';
  /** By start order. */
  readonly races: readonly RaceOf[];
  readonly unassigned: readonly UnassignedPress[];
  /** By the id of a press the bib that it was assigned to. */
  readonly assigned: ReadonlyMap<string, string>;
  readonly undone: ReadonlySet<string>;
  /** When the first one started. */
  readonly startedAtMs: number | null;
};

type Draft = {
  startedAtMs: number | null;
  isAlone: boolean;
  splitsMs: Map<number, { atMs: number } | { ms: number }>;
  finish: { atMs: number } | { ms: number } | null;
  penaltyMs: number;
  mark: RaceOf['mark'];
  rank: number | null;
};

const fresh = (): Draft => ({
  startedAtMs: null,
  isAlone: false,
  splitsMs: new Map(),
  finish: null,
  penaltyMs: 0,
  mark: null,
  rank: null,
});

/**
 * How a race stands after these inputs, in the order in which they were made. Times are what lies between start and
 * finish, cut off to hundredths; equal ones share a rank. A press without a bib of the start list, and the finish of
 * someone who has finished already, wait to be assigned: no press is lost.
 */
export function timingSheet(starters: readonly RaceEntrant[], inputs: readonly TimedDeed[]): TimingSheet {
  const undone = undoneIn(inputs);
  const counting = inputs.filter(({ id, deed }) => !undone.has(id) && deed.kind !== 'undo');
  const assigned = new Map(counting.flatMap(({ deed }) => (deed.kind === 'assign' ? [[deed.input, deed.bib]] : [])));
  const drafts = new Map(starters.map((entrant) => [bibOf(entrant), fresh()]));
  const unassigned: UnassignedPress[] = [];
  const moved = new Map<string, number>();
  let status: TimingSheet['status'] = 'START_LIST';

  for (const { id, atMs, deed } of counting) {
    if (deed.kind === 'status') status = deed.status;
    else if (status === 'START_LIST' && deed.kind !== 'assign') status = 'LIVE';
    if (deed.kind === 'status' || deed.kind === 'assign' || deed.kind === 'undo') continue;
    if (deed.kind === 'start' && deed.bib === null) {
      for (const draft of drafts.values())
        if (draft.startedAtMs === null && draft.mark === null) draft.startedAtMs = atMs;
      continue;
    }
    const bib = assigned.get(id) ?? deed.bib;
    const draft = bib === null ? undefined : drafts.get(bib);
    if (bib === null || draft === undefined || (deed.kind === 'finish' && draft.finish !== null)) {
      unassigned.push({ input: id, bib, atMs, kind: deed.kind });
    } else {
      if (deed.kind === 'rank') moveTo(moved, bib, deed.rank);
      if (deed.kind === 'rerun') moved.delete(bib);
      apply(deed, draft, atMs);
    }
  }
  const races = raceOfEach(starters, drafts, moved);
  const startedAtMs = races.reduce<number | null>(
    (first, race) => (race.startedAtMs === null ? first : Math.min(first ?? Infinity, race.startedAtMs)),
    null,
  );
  return { status, races, unassigned, assigned, undone, startedAtMs };
}

/** What the console knows a starter by: the bib, else the place in the start order. */
function bibOf({ bib, startOrder }: RaceEntrant): string {
  return bib ?? String(startOrder);
}

/** An undo that was itself undone takes nothing back. */
function undoneIn(inputs: readonly TimedDeed[]): Set<string> {
  const undone = new Set<string>();
  for (const { id, deed } of inputs.toReversed()) {
    if (deed.kind === 'undo' && !undone.has(id)) undone.add(deed.input);
  }
  return undone;
}

function moveTo(moved: Map<string, number>, bib: string, rank: number): void {
  moved.delete(bib);
  moved.set(bib, rank);
}

function apply(deed: TimingDeed, draft: Draft, atMs: number): void {
  if (deed.kind === 'start') {
    draft.startedAtMs = atMs;
    draft.isAlone = true;
    draft.mark = null;
  } else if (deed.kind === 'split') draft.splitsMs.set(deed.point, { atMs });
  else if (deed.kind === 'finish') draft.finish = { atMs };
  else if (deed.kind === 'time' && deed.point === null) draft.finish = { ms: deed.timeMs };
  else if (deed.kind === 'time' && deed.point !== null) draft.splitsMs.set(deed.point, { ms: deed.timeMs });
  else if (deed.kind === 'mark') draft.mark = deed.mark;
  else if (deed.kind === 'penalty') draft.penaltyMs = deed.timeMs;
  else if (deed.kind === 'rerun') Object.assign(draft, fresh());
}

function raceOfEach(
  starters: readonly RaceEntrant[],
  drafts: ReadonlyMap<string, Draft>,
  moved: ReadonlyMap<string, number>,
): RaceOf[] {
  const races = starters.map((entrant): RaceOf => {
    const bib = bibOf(entrant);
    const { startedAtMs, isAlone, splitsMs, finish, penaltyMs, mark } = drafts.get(bib) ?? fresh();
    const netOf = (moment: Draft['finish']): number | null => {
      if (moment === null) return null;
      if ('ms' in moment) return moment.ms;
      return startedAtMs === null ? null : Math.max(0, moment.atMs - startedAtMs);
    };
    const net = netOf(finish);
    return {
      entrant,
      bib,
      startedAtMs,
      isAlone,
      splitsMs: new Map(
        [...splitsMs].flatMap(([point, moment]) => {
          const ms = netOf(moment);
          return ms === null ? [] : [[point, ms]];
        }),
      ),
      timeMs: net === null ? null : net + penaltyMs,
      penaltyMs,
      mark,
      placing: null,
    };
  });
  const times = races.flatMap(({ bib, timeMs, mark }) =>
    timeMs === null || mark !== null ? [] : [{ key: bib, ms: timeMs }],
  );
  const placings = rankTimes(times, { moved: [...moved].map(([key, rank]) => ({ key, rank })) });
  return races.map((race) => ({ ...race, placing: placings.get(race.bib) ?? null }));
}
