import type { DownhillBroadcast, DownhillRun } from '../games/broadcast.ts';

/** The stretch of a race that is shown without a break, in epoch milliseconds. */
export type Window = { readonly startMs: number; readonly endMs: number };

const shownRuns = 3;
/** Before the first racer of the window comes in, and after the last one. */
const leadInMs = 24_000;
const leadOutMs = 16_000;

/**
 * Chooses the best few minutes: the end of one run and two whole ones. The more often the lead changes or is equalled,
 * the better; whoever stays out is shown if nothing else can be.
 */
export function chooseWindow({ runs }: DownhillBroadcast): Window {
  const racing = runs.filter(({ irm }) => irm !== 'DNS');
  const first = racing
    .slice(0, Math.max(1, racing.length - shownRuns + 1))
    .map((_, index) => racing.slice(index, index + shownRuns))
    .reduce((best, next) => (worth(next) > worth(best) ? next : best));
  const from = first[0]!;
  return { startMs: Math.max(from.startMs - 14_000, from.endMs - leadInMs), endMs: first.at(-1)!.endMs + leadOutMs };
}

function worth(runs: readonly DownhillRun[]): number {
  return runs.reduce(
    (sum, { finish }, index) => sum + (finish === undefined ? -2 : finish.rank === 1 && index > 0 ? 3 : 0),
    0,
  );
}
