import type { OdfPlayByPlay } from '../views/play-by-play.ts';
import type { OdfFactKind } from './fact.ts';

/** What a DT_PLAY_BY_PLAY says: of one period, or of the whole unit where `period` is absent. */
export type ActionsSaid = {
  readonly kind: 'actions';
  readonly period: string | undefined;
  readonly home: string | undefined;
  readonly away: string | undefined;
  readonly actions: readonly ToldAction[];
};

/** An action that is a fact, or changes the score. */
export type ToldAction = {
  readonly id: string;
  readonly period: string | undefined;
  readonly order: number | undefined;
  readonly code: string;
  readonly clock: string | undefined;
  readonly scoreHome: string | undefined;
  readonly scoreAway: string | undefined;
  readonly at: string | undefined;
  readonly competitor: string | undefined;
};

/**
 * Action codes (SC @Action of the sports' data dictionaries) that are facts by themselves. Any other action with which
 * the score changes is a goal, a penalty shot that went in too.
 */
export const actionKinds: Readonly<Record<string, OdfFactKind>> = {
  GOAL: 'goal',
  P: 'penalty',
  PTY: 'penalty',
  TOUT: 'time-out',
  STP: 'period-start',
  STARTP: 'period-start',
  ENDP: 'period-end',
};

/** Reads what a play-by-play says of facts; without `content` it clears what it speaks for. */
export function tellActions(period: string | undefined, content: OdfPlayByPlay | undefined): ActionsSaid {
  const told = (content?.actions ?? []).flatMap((action): ToldAction[] => {
    const { id, order, action: code = '', when: clock, scoreHome, scoreAway, timeStamp: at } = action;
    const isTold = Object.hasOwn(actionKinds, code) || scoreHome !== undefined || scoreAway !== undefined;
    if (!isTold || id === '') return [];
    const competitor = action.competitors[0]?.code;
    return [{ id, period: action.period, order, code, clock, scoreHome, scoreAway, at, competitor }];
  });
  return { kind: 'actions', period, home: content?.home, away: content?.away, actions: told };
}
