import type { Period } from './period.ts';
import { clockAt } from './simulate-period.ts';
import { frameRate } from '../broadcast/picture.ts';
import { opponentOf, type PenaltyCode, type Scene } from './scene.ts';
import type { Athlete, Side, SkaterRole, Team } from './teams.ts';

/** ODF roles of the people in an action. */
export type Part = {
  side: Side;
  athlete: Athlete;
  role: 'SCR' | 'ASSIST1' | 'ASSIST2' | 'GK' | 'SHOT' | 'IN' | 'OUT' | 'PTY_SERVE';
};

/** One official action of the period, exactly on the frame where it is seen. */
export type Action = {
  /** Stable over all versions of the messages, such as `P1-004`. */
  id: string;
  order: number;
  frame: number;
  /** Game clock shown in the picture at that frame, counted up from the start of the period. */
  clockSeconds: number;
  code: 'SHOT' | 'GOAL' | 'P' | 'GK' | 'TOUT' | 'ENDP';
  side?: Side;
  parts: readonly Part[];
  /** Situation of a goal: equal strength or power play by one. */
  result?: 'EQ' | 'PP1';
  /** Score after a goal. */
  score?: Record<Side, number>;
  penalty?: { code: PenaltyCode; minutes: 2 };
  /** What was published first, when the credit was changed later. */
  corrected?: { frame: number; before: readonly Part[] };
  /** The video review cancelled the action at this frame. */
  withdrawnFrame?: number;
};

const correctionAfterSeconds = 16.5;

/** Lists what happened, in order of time. */
export function timelineOf(period: Period): Action[] {
  const found = period.scenes.flatMap((scene) => actionsOf(period, scene));
  found.sort((a, b) => a.frame - b.frame);
  const score = { home: 0, away: 0 };
  const listed = [...found, endOf(period)];
  return listed.map((action, index) => {
    const numbered = { ...action, id: `P1-${String(index + 1).padStart(3, '0')}`, order: index + 1 };
    if (action.code !== 'GOAL' || !action.side) return numbered;
    const after = { ...score, [action.side]: score[action.side] + 1 };
    if (action.withdrawnFrame === undefined) Object.assign(score, after);
    return { ...numbered, score: after };
  });
}

type Unnumbered = Omit<Action, 'id' | 'order'>;

function actionsOf(period: Period, scene: Scene): Unnumbered[] {
  const player = (side: Side, role: SkaterRole): Athlete => teamOf(period, side).lines[scene.line[side]][role];
  const keeper = (side: Side, which = scene.goalkeeper[side]): Athlete => teamOf(period, side).goalkeepers[which];
  const at = (frame: number): Pick<Action, 'frame' | 'clockSeconds'> => ({
    frame,
    clockSeconds: Math.floor(clockAt(period, frame) + 1e-6),
  });
  const actions: Unnumbered[] = [];
  for (const touch of scene.touches) {
    if (touch.kind !== 'shot' || touch.outcome !== 'save') continue;
    const { side, role } = touch;
    const saver = opponentOf[side];
    actions.push({
      ...at(touch.frame),
      code: 'SHOT',
      side,
      parts: [
        { side, athlete: player(side, role), role: 'SHOT' },
        { side: saver, athlete: keeper(saver), role: 'GK' },
      ],
    });
  }
  const { goal, foul, review } = scene;
  if (goal) {
    const { side } = goal;
    const credit = (scorer: SkaterRole, assists: readonly SkaterRole[]): Part[] => [
      { side, athlete: player(side, scorer), role: 'SCR' },
      ...assists.map((role, index): Part => ({
        side,
        athlete: player(side, role),
        role: index === 0 ? 'ASSIST1' : 'ASSIST2',
      })),
      { side: opponentOf[side], athlete: keeper(opponentOf[side]), role: 'GK' },
    ];
    const { firstCredited, scorer, assists } = goal;
    actions.push({
      ...at(goal.frame),
      code: 'GOAL',
      side,
      parts: credit(scorer, assists),
      result: scene.shortOf ? 'PP1' : 'EQ',
      ...(firstCredited && {
        corrected: {
          frame: goal.frame + Math.round(correctionAfterSeconds * frameRate),
          before: credit(
            firstCredited,
            assists.filter((role) => role !== firstCredited),
          ),
        },
      }),
      ...(review && { withdrawnFrame: review.decisionFrame }),
    });
  }
  if (foul) {
    const offender: Part = { side: foul.side, athlete: player(foul.side, foul.role), role: 'PTY_SERVE' };
    actions.push({
      ...at(foul.frame),
      code: 'P',
      side: foul.side,
      parts: [offender],
      penalty: { code: foul.code, minutes: 2 },
    });
  }
  if (scene.kind === 'time-out' && scene.side) {
    actions.push({ ...at(scene.startFrame + Math.round(0.8 * frameRate)), code: 'TOUT', side: scene.side, parts: [] });
  }
  if (scene.kind === 'goalkeeper-change' && scene.side) {
    const { side } = scene;
    actions.push({
      ...at(scene.startFrame + 2 * frameRate),
      code: 'GK',
      side,
      parts: [
        { side, athlete: keeper(side, 0), role: 'OUT' },
        { side, athlete: keeper(side, 1), role: 'IN' },
      ],
    });
  }
  return actions;
}

function endOf(period: Period): Unnumbered {
  const frame = period.scenes.at(-1)?.clockRuns.to ?? period.frameCount - 1;
  return { frame, clockSeconds: Math.round(clockAt(period, frame)), code: 'ENDP', parts: [] };
}

export function teamOf(period: Period, side: Side): Team {
  return side === 'home' ? period.home : period.away;
}
