import { frameRate } from '../broadcast/picture.ts';
import type { Point } from './rink.ts';
import type { Role, Side, SkaterRole } from './teams.ts';

/**
 * One uninterrupted piece of the condensed period: between two scenes the picture is cut and the game clock may jump.
 * All times are frame numbers of the video.
 */
export type Scene = {
  kind: 'play' | 'time-out' | 'goalkeeper-change';
  startFrame: number;
  endFrame: number;
  /** Game clock in seconds when `clockRuns.from` is reached. */
  clockStartSeconds: number;
  /** The game clock runs, in real time, between these frames. */
  clockRuns: { from: number; to: number };
  line: Record<Side, 0 | 1>;
  goalkeeper: Record<Side, 0 | 1>;
  /** The role that a side plays without, while one of its skaters sits in the penalty box. */
  shortOf?: { side: Side; role: SkaterRole };
  faceoff?: { frame: number; spot: Point };
  /** What happens to the puck, in order of time. Positions are seen by the team that plays it: it attacks towards +x. */
  touches: readonly Touch[];
  goal?: Goal;
  foul?: { frame: number; side: Side; role: SkaterRole; on: SkaterRole; code: PenaltyCode };
  whistleFrame?: number;
  /** The side that takes the time-out or changes its goalkeeper. */
  side?: Side;
  /** Video review of the goal of this scene: the referee waves it off at `decisionFrame`. */
  review?: { startFrame: number; decisionFrame: number };
};

export type Touch =
  | { kind: 'receive'; frame: number; side: Side; role: Role; at: Point }
  | { kind: 'shot'; frame: number; side: Side; role: SkaterRole; from: Point; outcome: 'goal' | 'save'; aim: Aim };

/** Where the shot goes: `across` from -1 (right post, seen by the shooter) to 1, `height` in metres. */
export type Aim = { across: number; height: number };

type Goal = {
  frame: number;
  side: Side;
  scorer: SkaterRole;
  assists: readonly SkaterRole[];
  /** The skater who was credited first, when the scorer was corrected afterwards. */
  firstCredited?: SkaterRole;
};

export type PenaltyCode = 'TRIP' | 'HOOK';

export const directionOf: Record<Side, 1 | -1> = { home: 1, away: -1 };
export const opponentOf: Record<Side, Side> = { home: 'away', away: 'home' };

/** From a team's own view (attacking towards +x) to the rink, and back: a half turn for the away team. */
export function turnFor(side: Side, point: Point): Point {
  const direction = directionOf[side];
  return { x: direction * point.x, y: direction * point.y };
}

/** Time of a frame in milliseconds since the start of the video. */
export function videoMs(frame: number): number {
  return (frame * 1000) / frameRate;
}
