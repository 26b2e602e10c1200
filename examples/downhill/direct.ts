import type { DownhillBroadcast, DownhillRun } from '../games/broadcast.ts';
import { posts } from './cameras.ts';
import { wayOf } from './run-state.ts';
import { wayAt } from './course.ts';

/** What is on air at a moment: whom the picture shows, at which moment, and how. */
export type Shot = {
  readonly kind: 'hut' | 'valley' | 'post' | 'arrival' | 'replay' | 'arena';
  /** When this shot began. */
  readonly fromMs: number;
  readonly run: DownhillRun;
  /** The moment that is seen: in a replay an earlier one. */
  readonly sourceMs: number;
  readonly post: number;
};

const hutMs = 13_000;
const homeMs = 3_400;
const arrivalMs = 9_000;
const replayMs = 5_600;
const replaySpeed = 0.5;

/** Chooses the shot as a director does: hut, course, arrival, slow motion, and the arena while nobody is on the way. */
export function shotAt({ runs, splitShares }: DownhillBroadcast, atMs: number): Shot {
  const racing = runs.filter(({ irm }) => irm !== 'DNS');
  const next = racing.findIndex(({ startMs }) => atMs < startMs - hutMs);
  const index = next < 0 ? racing.length - 1 : Math.max(0, next - 1);
  const run = racing[index]!;
  const shot = (kind: Shot['kind'], fromMs: number, sourceMs = atMs, post = 0): Shot => ({
    kind,
    fromMs,
    run,
    sourceMs,
    post,
  });
  if (atMs < run.startMs + 1000) return shot('hut', run.startMs - hutMs);
  if (atMs < run.startMs + 3200) return shot('valley', run.startMs + 1000);
  const over = atMs - run.endMs;
  if (over < (run.finish === undefined ? arrivalMs : homeMs)) {
    const way = wayOf(run, splitShares, Math.min(atMs, run.endMs));
    const post = Math.max(
      0,
      posts.findIndex(({ from, to }) => way >= from && way < to),
    );
    return shot('post', post, atMs, post);
  }
  if (over < arrivalMs) return shot('arrival', run.endMs + homeMs);
  if (over < arrivalMs + replayMs && run.finish !== undefined) {
    const jumpMs = momentAt(run, splitShares, wayAt(0.885) - 32);
    return shot('replay', run.endMs + arrivalMs, jumpMs + (over - arrivalMs) * replaySpeed, posts.length - 2);
  }
  return shot('arena', run.endMs + arrivalMs + replayMs);
}

/** When a racer was at a place, found by halving. */
function momentAt(run: DownhillRun, splitShares: readonly number[], way: number): number {
  let before = run.startMs;
  let after = run.endMs;
  while (after - before > 10) {
    const middle = (before + after) / 2;
    if (wayOf(run, splitShares, middle) < way) before = middle;
    else after = middle;
  }
  return before;
}
