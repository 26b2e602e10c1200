import type { DownhillBroadcast, DownhillRun } from '../games/broadcast.ts';
import { shotAt } from './direct.ts';

type OnScreen = DownhillRun['athlete'];

/** A time against another: hundredths, below 0 for faster, with the rank that it gives. */
type Difference = {
  readonly place: 'split' | 'finish';
  readonly time: number;
  readonly difference: number;
  readonly rank: number;
};
type BoardRow = {
  readonly rank: number;
  readonly athlete: OnScreen;
  readonly time: number;
  readonly behind: number;
};

/** All that the graphics of a moment say; times in hundredths of a second. */
export type Graphics = {
  readonly atMs: number;
  readonly title: string;
  readonly venueName: string;
  readonly bar?: OnScreen & { readonly isIntroduced: boolean; readonly out?: string; readonly sinceMs: number };
  readonly clock?: string;
  readonly leader?: BoardRow;
  readonly difference?: Difference & { readonly sinceMs: number };
  readonly speedKmh?: number;
  readonly board?: { readonly rows: readonly BoardRow[]; readonly newest?: string; readonly sinceMs: number };
  readonly isReplay: boolean;
  /** Moments of the cuts to and from the slow motion. */
  readonly wipes: readonly number[];
};

const splitShownMs = 3600;
const speedDelayMs = 3700;
const speedShownMs = 3200;
const boardAfterMs = 4200;
const boardRows = 6;

/** What the television graphics show at a moment, from the broadcast alone. */
export function graphicsAt(broadcast: DownhillBroadcast, atMs: number): Graphics {
  const { title, venueName, runs } = broadcast;
  const { run, kind, fromMs } = shotAt(broadcast, atMs);
  const standings = standingsAt(runs, atMs);
  const leader = standingsAt(runs, Math.min(atMs, run.endMs - 1))[0];
  const isOver = atMs >= run.endMs;
  const isOnCourse = atMs >= run.startMs && !isOver;
  const difference = differenceAt(runs, run, atMs);
  const trap = run.splits[1];
  const trapMs = trap === undefined ? undefined : run.startMs + trap.time * 10 + speedDelayMs;
  const boardMs = run.endMs + boardAfterMs;
  return {
    atMs,
    title,
    venueName,
    isReplay: kind === 'replay',
    wipes: kind === 'replay' || kind === 'arena' ? [fromMs] : [],
    ...(kind !== 'arena' &&
      kind !== 'replay' && {
        bar: {
          ...run.athlete,
          isIntroduced: atMs < run.startMs,
          sinceMs: atMs - (run.startMs - 12_000),
          ...(isOver && run.irm !== undefined && { out: run.irm }),
        },
      }),
    ...((isOnCourse || isOver) && kind !== 'arena' && kind !== 'replay' && { clock: clockAt(run, atMs) }),
    ...(leader !== undefined && isOnCourse && { leader }),
    ...(difference !== undefined && { difference }),
    ...(run.speedKmh !== undefined &&
      trapMs !== undefined &&
      atMs >= trapMs &&
      atMs < trapMs + speedShownMs && { speedKmh: run.speedKmh }),
    ...(atMs >= boardMs &&
      kind !== 'hut' &&
      kind !== 'replay' && {
        board: {
          rows: shownRows(standings, run),
          sinceMs: atMs - boardMs,
          ...(run.finish !== undefined && { newest: run.athlete.code }),
        },
      }),
  };
}

/** Everybody who is in, the fastest first; equal times share a rank. */
function standingsAt(runs: readonly DownhillRun[], atMs: number): BoardRow[] {
  const sorted = runs
    .flatMap(({ finish, endMs, athlete, irm }) =>
      finish && irm === undefined && endMs <= atMs ? [{ athlete, time: finish.time }] : [],
    )
    .toSorted((a, b) => a.time - b.time);
  const best = sorted[0]?.time ?? 0;
  return sorted.map(({ athlete, time }) => ({
    athlete,
    time,
    rank: sorted.findIndex((other) => other.time === time) + 1,
    behind: time - best,
  }));
}

/** Minutes, seconds and hundredths as results are written: 1:40.61. */
export function timeText(hundredths: number): string {
  const rest = (hundredths % 6000) / 100;
  return hundredths < 6000 ? rest.toFixed(2) : `${Math.floor(hundredths / 6000)}:${rest.toFixed(2).padStart(5, '0')}`;
}

/** With its sign: -0.12, +0.34. */
export function differenceText(hundredths: number): string {
  return `${hundredths < 0 ? '-' : '+'}${(Math.abs(hundredths) / 100).toFixed(2)}`;
}

function clockAt({ startMs, endMs, finish }: DownhillRun, atMs: number): string {
  if (finish !== undefined && atMs >= endMs) return timeText(finish.time);
  const tenths = Math.floor((Math.min(atMs, endMs) - startMs) / 100);
  return timeText(tenths * 10).slice(0, -1);
}

function differenceAt(runs: readonly DownhillRun[], run: DownhillRun, atMs: number): Graphics['difference'] {
  const { finish, startMs, endMs } = run;
  if (finish !== undefined && atMs >= endMs) {
    if (atMs > endMs + 8600) return undefined;
    const best = bestOf(runs, run, (other) => (other.endMs < endMs ? other.finish?.time : undefined));
    return {
      place: 'finish',
      time: finish.time,
      rank: finish.rank,
      difference: finish.time - (best ?? finish.time),
      sinceMs: atMs - endMs,
    };
  }
  const split = run.splits.findLast(({ time }) => startMs + time * 10 <= atMs);
  if (split === undefined) return undefined;
  const passedMs = startMs + split.time * 10;
  if (atMs > passedMs + splitShownMs || atMs >= endMs) return undefined;
  const best = bestOf(runs, run, (other) => {
    const theirs = other.splits.find(({ number }) => number === split.number);
    return theirs !== undefined && other.startMs + theirs.time * 10 < passedMs ? theirs.time : undefined;
  });
  return {
    place: 'split',
    time: split.time,
    rank: split.rank,
    difference: split.time - (best ?? split.time),
    sinceMs: atMs - passedMs,
  };
}

function bestOf(
  runs: readonly DownhillRun[],
  but: DownhillRun,
  time: (run: DownhillRun) => number | undefined,
): number | undefined {
  const times = runs.flatMap((run) => (run === but || run.irm === 'DSQ' ? [] : [time(run) ?? []])).flat();
  return times.length === 0 ? undefined : Math.min(...times);
}

/** The first of the standings, and whoever has just come in. */
function shownRows(standings: readonly BoardRow[], { athlete }: DownhillRun): BoardRow[] {
  const top = standings.slice(0, boardRows);
  const own = standings.find((row) => row.athlete.code === athlete.code);
  return own === undefined || top.includes(own) ? top : [...top.slice(0, -1), own];
}
