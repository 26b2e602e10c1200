import type { Action, ActionFact } from '@altis/results/contract';
import type { Moment } from '../contract/moment.ts';
import { planMoment, type Bounds, type Footage } from './plan-moment.ts';
import { profileOf } from './profile.ts';
import type { Telling } from './tell-action.ts';
import type { ActionProfile } from './action-profile.ts';

/** What is known of a moment before: its identity, and bounds that a person set. */
type KnownMoment = { readonly moment: Moment; readonly trimmed: boolean };

type Description = {
  readonly session: string;
  readonly fact: ActionFact;
  readonly footage: Footage;
  readonly known: KnownMoment | undefined;
  readonly newId: () => string;
  readonly tell: (action: Action, profile: ActionProfile) => Telling;
};

/**
 * The moment of an action in a recording as it is now known, or `undefined` when the action is none there: it has no
 * time, is no moment in its sport, or happened outside of the recording. The revision is that of the known moment plus
 * one, or 1.
 */
export function momentOfAction({ session, fact, footage, known, newId, tell }: Description): Moment | undefined {
  const { action, source, unitName } = fact;
  const profile = profileOf(action.discipline, action.code);
  if (profile === null || action.at === null) return undefined;
  const atMs = Date.parse(action.at);
  const planned = planMoment(atMs, profile, footage);
  if (planned === undefined) return undefined;

  const bounds = known?.trimmed ? keepBounds(known.moment, planned) : planned;
  const athletes = action.competitors.flatMap((competitor) => competitor.athletes);
  return {
    id: known?.moment.id ?? newId(),
    session,
    unit: action.unit,
    discipline: action.discipline,
    action: action.code,
    actionId: action.id,
    importance: profile.importance,
    state: 'named',
    revision: (known?.moment.revision ?? 0) + 1,
    at: new Date(atMs).toISOString(),
    ...bounds,
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
    source: { kind: 'message', ...source },
  };
}

function keepBounds({ inFrame, outFrame }: Moment, { actionFrame }: Bounds): Bounds {
  return { actionFrame, inFrame, outFrame };
}

/** Whether a correction changed anything that people see; where the message alone is newer, nothing did. */
export function isSameMoment(one: Moment, other: Moment): boolean {
  const essence = ({ revision: _revision, source: _source, ...rest }: Moment): string => JSON.stringify(sorted(rest));
  return essence(one) === essence(other);
}

/** With keys in order: a moment that came from the database has them in the database's. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
