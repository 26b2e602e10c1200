import type { TimedStarter, TimingState, UnitDetail } from '../../contract/index.ts';
import { formatDuration } from '../format-duration.ts';
import { nameOfEntrant } from '../race-list.ts';
import type { RaceOf, TimedDeed, TimingSheet } from './timing-sheet.ts';

type KeptDeed = Omit<TimedDeed, 'atMs'> & {
  readonly at: Date;
  readonly pressedAt: Date;
  readonly offsetMs: number;
  readonly receivedAt: Date;
  readonly by: string;
};

/** Inputs that the console shows. */
const shownInputs = 100;

/** A timing sheet as the console shows it. Before the first input, the status is that of the unit. */
export function presentSheet(
  sheet: TimingSheet,
  {
    unit,
    inputs,
    isTimed,
    sender,
  }: {
    readonly unit: UnitDetail;
    readonly inputs: readonly KeptDeed[];
    readonly isTimed: boolean;
    readonly sender: string | null;
  },
): TimingState {
  return {
    unit: unit.rsc,
    name: unit.name['en'] ?? Object.values(unit.name)[0] ?? unit.rsc,
    status: isTimed ? sheet.status : (unit.resultStatus ?? sheet.status),
    starters: sheet.races.map(starterOf),
    unassigned: sheet.unassigned.map(({ input, bib, atMs, kind }) => {
      return { input, bib, kind, at: new Date(atMs).toISOString() };
    }),
    inputs: inputs
      .slice(-shownInputs)
      .toReversed()
      .map(({ id, at, pressedAt, offsetMs, receivedAt, by, deed }) => ({
        id,
        deed,
        offsetMs,
        by,
        pressedAt: pressedAt.toISOString(),
        at: at.toISOString(),
        receivedAt: receivedAt.toISOString(),
        isUndone: sheet.undone.has(id),
      })),
    version: unit.source?.version ?? 0,
    sender,
  };
}

function starterOf(race: RaceOf): TimedStarter {
  const { entrant, bib, startedAtMs, splitsMs, timeMs, penaltyMs, mark, placing } = race;
  return {
    code: entrant.code,
    bib,
    name: nameOfEntrant(entrant),
    members: (entrant.members ?? []).map(nameOfEntrant),
    organisation: entrant.organisation,
    startOrder: entrant.startOrder,
    state: stateOf(race),
    startedAt: startedAtMs === null ? null : new Date(startedAtMs).toISOString(),
    splits: [...splitsMs]
      .toSorted(([left], [right]) => left - right)
      .map(([point, ms]) => ({ point, time: formatDuration(ms) })),
    time: timeMs === null ? null : formatDuration(timeMs),
    diff: placing?.diff ?? null,
    penalty: penaltyMs === 0 ? null : formatDuration(penaltyMs),
    mark,
    rank: placing?.rank ?? null,
    isRankShared: placing?.isShared ?? false,
  };
}

function stateOf({ mark, timeMs, startedAtMs }: RaceOf): TimedStarter['state'] {
  if (mark !== null) return 'out';
  if (timeMs !== null) return 'finished';
  return startedAtMs === null ? 'waiting' : 'running';
}
