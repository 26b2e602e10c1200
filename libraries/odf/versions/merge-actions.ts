import type { OdfHeader } from '../message/odf-header.ts';
import type { OdfMessage } from '../message/odf-message.ts';
import { sameElement } from '../odf-element.ts';
import type { OdfAction } from '../views/play-by-play.ts';
import { versionKey, versionStamp } from './version-key.ts';
import type { VersionStamp } from './version-key.ts';
import { decideVersion } from './version-store.ts';
import type { VersionDecision } from './version-store.ts';

/** The play-by-play of one unit as far as it is known: the newest message of each key. Plain data, may be stored. */
export type ActionState = {
  /** The unit, feed and language the state is about; unset until the first message. */
  readonly subject: string | undefined;
  /** By version key. */
  readonly sheets: Readonly<Record<string, ActionSheet>>;
};

/** What one message said: of one period, or of the whole unit where `period` is unset (a master message). */
export type ActionSheet = VersionStamp & {
  readonly period: string | undefined;
  readonly actions: readonly OdfAction[];
};

/** An action that holds, and the message that says so. */
export type CurrentAction = {
  readonly action: OdfAction;
  readonly from: VersionStamp & { readonly period: string | undefined };
};

/** How a message changed the actions of a unit. `before` is what held until then. */
export type ActionChange =
  | { readonly kind: 'recorded'; readonly action: OdfAction }
  | { readonly kind: 'corrected'; readonly action: OdfAction; readonly before: OdfAction }
  | { readonly kind: 'withdrawn'; readonly before: OdfAction };

/** The state before any message. */
export const noActions: ActionState = { subject: undefined, sheets: {} };

/**
 * Takes a DT_PLAY_BY_PLAY into the state of its unit and says what changed. A message with DocumentSubcode speaks for
 * that period, one without (the master) for the whole unit; one without actions clears what it speaks for.
 *
 * The outcome does not depend on the order of arrival: of each key the highest version holds, and messages of
 * different keys (a period and the master) are laid over one another in the order of their header Date and Time, the
 * master last where these are equal. A message that is stale, a duplicate, in conflict, or of another unit, feed or
 * language (`foreign`) changes nothing.
 */
export function mergeActions(
  state: ActionState,
  message: OdfMessage,
): {
  readonly state: ActionState;
  readonly decision: VersionDecision | 'foreign';
  readonly changes: readonly ActionChange[];
} {
  const { header, content } = message;
  const subject = subjectOf(header);
  if (header.documentType !== 'DT_PLAY_BY_PLAY' || (state.subject ?? subject) !== subject) {
    return { state, decision: 'foreign', changes: [] };
  }
  const key = versionKey(header);
  const stamp = versionStamp(message);
  const decision = decideVersion(state.sheets[key], stamp);
  if (decision !== 'new' && decision !== 'replaces') return { state, decision, changes: [] };
  const actions = content.kind === 'play-by-play' ? content.actions : [];
  const sheet: ActionSheet = { ...stamp, period: header.documentSubcode, actions };
  const next: ActionState = { subject, sheets: { ...state.sheets, [key]: sheet } };
  return { state: next, decision, changes: difference(currentActions(state), currentActions(next)) };
}

/** The actions that hold, in the order of the unit. */
export function currentActions(state: ActionState): CurrentAction[] {
  return layActions(state.sheets).map(({ action, from: { actions: _said, ...from } }) => ({ action, from }));
}

/** The actions that hold of any that are kept by version key, each with the sheet that says it. See `mergeActions`. */
export function layActions<Sheet extends SheetOfActions>(
  sheets: Readonly<Record<string, Sheet>>,
): { readonly action: Sheet['actions'][number]; readonly from: Sheet }[] {
  const held = new Map<string, { action: Sheet['actions'][number]; from: Sheet }>();
  for (const sheet of inOrderOfSending(sheets)) {
    for (const [id, { action, from }] of held) {
      if (sheet.period === undefined || (action.period ?? from.period) === sheet.period) held.delete(id);
    }
    for (const action of sheet.actions) held.set(action.id, { action, from: sheet });
  }
  return [...held.values()].sort(
    (left, right) =>
      (left.action.order ?? Infinity) - (right.action.order ?? Infinity) || compare(left.action.id, right.action.id),
  );
}

type SheetOfActions = Pick<ActionSheet, 'sentAt' | 'period'> & {
  readonly actions: readonly Pick<OdfAction, 'id' | 'period' | 'order'>[];
};

function inOrderOfSending<Sheet extends SheetOfActions>(sheets: Readonly<Record<string, Sheet>>): Sheet[] {
  return Object.entries(sheets)
    .sort(
      ([leftKey, left], [rightKey, right]) =>
        compare(left.sentAt, right.sentAt) ||
        Number(left.period === undefined) - Number(right.period === undefined) ||
        compare(leftKey, rightKey),
    )
    .map(([, sheet]) => sheet);
}

function difference(before: readonly CurrentAction[], after: readonly CurrentAction[]): ActionChange[] {
  const earlier = new Map(before.map(({ action }) => [action.id, action]));
  const changes: ActionChange[] = [];
  for (const { action } of after) {
    const known = earlier.get(action.id);
    earlier.delete(action.id);
    if (known === undefined) changes.push({ kind: 'recorded', action });
    else if (!sameElement(known.element, action.element)) changes.push({ kind: 'corrected', action, before: known });
  }
  for (const gone of earlier.values()) changes.push({ kind: 'withdrawn', before: gone });
  return changes;
}

function subjectOf(header: OdfHeader): string {
  return JSON.stringify([header.feedFlag, header.competitionCode, header.documentCode, header.language ?? '']);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
