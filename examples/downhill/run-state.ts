import { clamp, smooth } from '../broadcast/blend.ts';
import type { Place } from '../broadcast/land/lens.ts';
import { groundAt, type Relief } from '../broadcast/land/relief.ts';
import type { DownhillRun } from '../games/broadcast.ts';
import { courseLength, flightAt, lineAt, wayAt } from './course.ts';

/** Where a racer is and how the body moves. */
export type RacerState = Place & {
  /** Direction of travel, of length 1 on the plan; `climb` is the slope along it. */
  readonly forwardX: number;
  readonly forwardY: number;
  readonly climb: number;
  /** To the inside of the turn, radians; to the right is above 0. */
  readonly lean: number;
  readonly speed: number;
  /** Metres above the snow. */
  readonly air: number;
  /** Shares of the poses: push out of the start, brake, joy, fall. */
  readonly push: number;
  readonly stand: number;
  readonly joy: number;
  readonly fallen: number;
};

/** Metres behind the start line where the racers stand. */
const behindLine = 1.2;
const brakeSeconds = 4.6;

/** The racer of a run at a moment, before the start, on course, and after it; the splits set the pace. */
export function racerAt(relief: Relief, run: DownhillRun, splitShares: readonly number[], atMs: number): RacerState {
  const seconds = (atMs - run.startMs) / 1000;
  const way = wayOf(run, splitShares, atMs);
  const ahead = wayOf(run, splitShares, atMs + 40);
  const speed = Math.max(0, (ahead - way) / 0.04);
  const x = lineAt(way);
  const forward = lineAt(way + 0.8) - lineAt(way - 0.8);
  const length = Math.hypot(forward, 1.6);
  const air = flightAt(way);
  const climb = (groundAt(relief, lineAt(way + 2), way + 2) - groundAt(relief, lineAt(way - 2), way - 2)) / 4;
  const curve = (lineAt(way + 9) + lineAt(way - 9) - 2 * x) / 81;
  const over = (atMs - run.endMs) / 1000;
  const isOut = run.finish === undefined;
  const leaning = clamp(Math.atan((speed * speed * curve) / 9.81) * 1.25, -0.95, 0.95);
  return {
    x,
    y: way,
    z: groundAt(relief, x, way) + air,
    forwardX: forward / length,
    forwardY: 1.6 / length,
    climb: climb + (air > 0 ? 0.12 : 0),
    lean: air > 0 || over > 0 ? 0 : leaning,
    speed,
    air,
    push: seconds < 0 ? 0 : seconds < 2.6 ? 1 : 0,
    stand: seconds < 0 ? 1 : over > 0 && !isOut ? smooth(0, 1.4, over) : 0,
    joy: !isOut && run.finish?.rank === 1 ? smooth(2.6, 3.4, over) : 0,
    fallen: isOut ? smooth(-0.2, 0.5, over) : 0,
  };
}

/** Metres from the start line. */
export function wayOf(run: DownhillRun, splitShares: readonly number[], atMs: number): number {
  const time = (atMs - run.startMs) / 10;
  const over = (atMs - run.endMs) / 1000;
  if (time <= 0) return -behindLine;
  if (over > 0) {
    const end = run.finish === undefined ? wayOf(run, splitShares, run.endMs) : courseLength;
    const before = wayOf(run, splitShares, run.endMs - 40);
    const speed = (end - before) / 0.04;
    const stop = run.finish === undefined ? 2.8 : brakeSeconds;
    const share = Math.min(1, over / stop);
    return end + speed * stop * (share - share * share + (share * share * share) / 3);
  }
  const known = [
    { time: 0, share: 0 },
    ...run.splits.map((split) => ({ time: split.time, share: splitShares[split.number - 1] ?? 1 })),
  ];
  const last = known.at(-1)!;
  if (run.finish !== undefined) known.push({ time: run.finish.time, share: 1 });
  // Whoever falls has kept the pace of the way so far until then.
  else known.push({ time: 10_200, share: last.time > 0 ? Math.min(1, (last.share * 10_200) / last.time) : 1 });
  const next = known.findIndex((knot) => knot.time >= time);
  const to = known[next < 1 ? 1 : next]!;
  const from = known[(next < 1 ? 1 : next) - 1]!;
  const share = from.share + ((to.share - from.share) * (time - from.time)) / (to.time - from.time);
  return Math.max(-behindLine, wayAt(share) - behindLine * Math.max(0, 1 - time / 40));
}
