import type { Random } from '../../broadcast/random.ts';
import { normal } from '../chance.ts';
import type { Entrant } from '../cast/person.ts';
import { behindText, timeText } from './figures.ts';
import { ranked, type Detail, type Line, type Sheet } from './sheet.ts';

/** A course on which one starts after the other, against the clock. */
export type Course = {
  /** Of a good run, in hundredths of a second. */
  readonly baseTime: number;
  /** How far from the start each intermediate is, as a share of the time. */
  readonly splits: readonly number[];
  /** What one deviation of skill is worth, as a share of the time. */
  readonly spread: number;
  readonly intervalMs: number;
  /** Chance of not finishing. */
  readonly dangerous: number;
};

/** One run as it happened, with nothing reported yet; times in hundredths of a second. */
export type Run = {
  readonly entrant: Entrant;
  readonly bib: number;
  readonly startOrder: number;
  readonly startMs: number;
  readonly splits: readonly number[];
  /** Speed at the speed trap, km/h. */
  readonly speed: number;
  /** Absent where the run was not finished. */
  readonly time?: number;
  /** Number of intermediates that were passed. */
  readonly passed: number;
  readonly outMs?: number;
  readonly irm?: 'DNF' | 'DNS' | 'DSQ';
};

/** Lets everybody run, in the order given. */
export function runCourse(course: Course, order: readonly Entrant[], startMs: number, random: Random): Run[] {
  const { baseTime, spread, splits, intervalMs, dangerous } = course;
  return order.map((entrant, index): Run => {
    const startsAt = startMs + index * intervalMs + Math.round(random.between(0, 400));
    const form = entrant.skill + normal(random) * 0.55;
    const time = Math.round(baseTime * (1 - form * spread + 0.012));
    const shares = splits.map((share) => share * (1 + normal(random) * 0.0012));
    const run = {
      entrant,
      bib: index + 1,
      startOrder: index + 1,
      startMs: startsAt,
      splits: shares.map((share) => Math.round(time * share)),
      speed: Math.round((1180 + form * 14 + normal(random) * 6) / 1) / 10,
    };
    const luck = random.next();
    if (luck > 1 - dangerous * 0.12) return { ...run, splits: [], passed: 0, irm: 'DNS' };
    if (luck > dangerous) return { ...run, time, passed: splits.length };
    const passed = random.integer(0, splits.length - 1);
    const outMs = startsAt + ((run.splits[passed] ?? time) - 250) * 10;
    return { ...run, passed, outMs, irm: 'DNF' };
  });
}

/** When a run was over, in epoch milliseconds. */
export function endOf(run: Run): number {
  return run.outMs ?? run.startMs + (run.time ?? 0) * 10;
}

/** The sheet as it stands at a moment: who has started, passed, come in. */
export function sheetAt(runs: readonly Run[], atMs: number, extra: Partial<Line> = {}): Sheet {
  const splitRanks = rankSplits(runs, atMs);
  const lines = ranked(
    runs.map((run) => {
      const isIn = endOf(run) <= atMs;
      const line: Line = {
        entrant: run.entrant,
        bib: run.bib,
        startOrder: run.startOrder,
        ...extra,
        ...(isIn ? outcomeOf(run) : {}),
        ...(run.irm !== 'DNS' && run.startMs <= atMs && !isIn && { isCurrent: true }),
        details: detailsAt(run, atMs, splitRanks),
      };
      return isIn && run.time !== undefined && run.irm === undefined ? { line, value: run.time } : { line };
    }),
    behindText,
  );
  const current = lines.find(({ isCurrent }) => isCurrent);
  const last = runs.filter((run) => run.irm !== 'DNS' && endOf(run) <= atMs).toSorted((a, b) => endOf(b) - endOf(a))[0];
  return {
    lines,
    infos: [
      ...(current === undefined ? [] : [{ type: 'DISPLAY', code: 'CURRENT', value: current.entrant.code }]),
      ...(last === undefined ? [] : [{ type: 'DISPLAY', code: 'LAST_COMP', value: last.entrant.code }]),
    ],
    progress: { total: runs.length, complete: runs.filter((run) => endOf(run) <= atMs).length },
  };
}

function outcomeOf({ time, irm }: Run): Partial<Line> {
  if (irm !== undefined) return { irm, resultType: 'IRM' };
  return time === undefined ? {} : { result: timeText(time), resultType: 'TIME' };
}

type SplitRanks = readonly (readonly { readonly code: string; readonly time: number }[])[];

function rankSplits(runs: readonly Run[], atMs: number): SplitRanks {
  const count = Math.max(0, ...runs.map(({ splits }) => splits.length));
  return Array.from({ length: count }, (_, index) =>
    runs
      .filter((run) => hasPassed(run, index, atMs))
      .map((run) => ({ code: run.entrant.code, time: run.splits[index] ?? 0 }))
      .toSorted((a, b) => a.time - b.time),
  );
}

function hasPassed({ startMs, splits, passed }: Run, index: number, atMs: number): boolean {
  const split = splits[index];
  return index < passed && split !== undefined && startMs + split * 10 <= atMs;
}

function detailsAt(run: Run, atMs: number, ranks: SplitRanks): Detail[] {
  const splits = run.splits.flatMap((time, index): Detail[] => {
    if (!hasPassed(run, index, atMs)) return [];
    const list = ranks[index] ?? [];
    const rank = list.findIndex((other) => other.time === time) + 1;
    const behind = time - (list[0]?.time ?? time);
    const diff = behind === 0 ? {} : { diff: behindText(behind) };
    return [{ type: 'ER', code: 'INTERMEDIATE', pos: index + 1, value: timeText(time), rank, ...diff }];
  });
  const hasSpeed = hasPassed(run, 1, atMs) && run.splits.length > 1;
  return hasSpeed ? [...splits, { type: 'ER', code: 'SPEED', value: run.speed.toFixed(1) }] : splits;
}
