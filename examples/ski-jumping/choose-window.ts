import type { BroadcastJump, JumpBroadcast } from '../games/broadcast.ts';

/** The stretch of a round that is shown without a break, in epoch milliseconds. */
export type Window = { readonly startMs: number; readonly endMs: number };

const shownJumps = 4;
const leadInMs = 11_000;
const leadOutMs = 24_000;

/** Chooses four jumps in a row with the most changes at the top, the later the better: the last decide. */
export function chooseWindow({ jumps }: JumpBroadcast): Window {
  const jumping = jumps.filter(({ irm }) => irm !== 'DNS');
  const series = jumping
    .slice(0, Math.max(1, jumping.length - shownJumps + 1))
    .map((_, index) => jumping.slice(index, index + shownJumps));
  const best = series.reduce((chosen, next) => (worth(next) >= worth(chosen) ? next : chosen));
  return { startMs: best[0]!.startMs - leadInMs, endMs: best.at(-1)!.marksMs + leadOutMs };
}

function worth(jumps: readonly BroadcastJump[]): number {
  return jumps.filter(({ rank }) => rank === 1).length;
}
