import type { Action, ActionFact } from '@altis/results/contract';
import type { Moment } from '../contract/moment.ts';
import { placeMoment, type Placing } from './place-moment.ts';
import { profileOf } from './profile.ts';
import type { Telling } from './tell-action.ts';
import type { ActionProfile } from './action-profile.ts';

type Description = {
  readonly fact: ActionFact;
  readonly tell: (action: Action, profile: ActionProfile) => Telling;
};

/**
 * The moment of an action in a recording as it is now known, or `undefined` when the action is none there: it has no
 * time, is no moment in its sport, or happened outside of the recording.
 */
export function momentOfAction({ fact, tell }: Description, placing: Placing): Moment | undefined {
  const { action, source, unitName } = fact;
  const profile = profileOf(action.discipline, action.code);
  if (profile === null || action.at === null) return undefined;
  const athletes = action.competitors.flatMap((competitor) => competitor.athletes);
  const happening = {
    unit: action.unit,
    discipline: action.discipline,
    action: action.code,
    actionId: action.id,
    ...tell(action, profile),
    unitName,
    athletes: athletes.map(({ code, name, organisation, role }) => ({
      code,
      name: name.tv,
      localName: name.local,
      organisation,
      role,
    })),
    organisations: [...new Set(action.competitors.map(({ organisation }) => organisation))],
    source: { kind: 'message' as const, ...source },
  };
  return placeMoment(happening, Date.parse(action.at), profile, placing);
}
