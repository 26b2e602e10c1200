import { layActions } from '../versions/merge-actions.ts';
import type { Ground } from './fact.ts';
import { actionKinds } from './tell-actions.ts';
import type { ActionsSaid, ToldAction } from './tell-actions.ts';
import type { Telling } from './telling.ts';

/** What is remembered of the play-by-play of a unit: the newest message of each key. */
export type ActionsStory = {
  readonly kind: 'actions';
  readonly home: string | undefined;
  readonly away: string | undefined;
  readonly sheets: Readonly<Record<string, Sheet>>;
};

type Sheet = {
  readonly sentAt: string;
  readonly period: string | undefined;
  readonly actions: readonly ToldAction[];
};

/** Takes the next message into the story. */
export function followActions(story: ActionsStory | undefined, telling: Telling, told: ActionsSaid): ActionsStory {
  const { home, away, period, actions } = told;
  return {
    kind: 'actions',
    home: home ?? story?.home,
    away: away ?? story?.away,
    sheets: { ...story?.sheets, [telling.versionKey]: { sentAt: telling.sentAt, period, actions } },
  };
}

/** Everything that the actions in force give reason for, in their order. */
export function actionsGrounds({ home, away, sheets }: ActionsStory): Ground[] {
  let score: Score = [0, 0];
  return layActions(sheets).flatMap(({ action, from }): Ground[] => {
    const kind = Object.hasOwn(actionKinds, action.code) ? actionKinds[action.code] : undefined;
    const previous = score;
    score = scoreAfter(previous, action, kind === 'goal' ? { home, away } : {});
    const hasChanged = score[0] !== previous[0] || score[1] !== previous[1];
    const isPeriod = kind === 'period-start' || kind === 'period-end';
    const position = action.period ?? from.period;
    const about = { key: action.id, competitor: action.competitor, position, at: action.at };
    if (kind === 'goal' || (hasChanged && !isPeriod)) {
      return [{ ...about, kind: 'goal', value: score.join('-'), previous: previous.join('-') }];
    }
    if (kind === undefined) return [];
    return [{ ...about, kind, value: isPeriod ? score.join('-') : action.clock }];
  });
}

type Score = readonly [home: number, away: number];

/** The score as the action states it; a goal without one counts for its side. */
function scoreAfter(
  [home, away]: Score,
  action: ToldAction,
  sides: { home?: string | undefined; away?: string | undefined },
): Score {
  if (action.scoreHome === undefined && action.scoreAway === undefined) {
    const isOf = (side: string | undefined): number => Number(side !== undefined && side === action.competitor);
    return [home + isOf(sides.home), away + isOf(sides.away)];
  }
  return [asNumber(action.scoreHome) ?? home, asNumber(action.scoreAway) ?? away];
}

function asNumber(text: string | undefined): number | undefined {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}
