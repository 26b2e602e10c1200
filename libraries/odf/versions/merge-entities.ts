import type { OdfHeader } from '../message/odf-header.ts';
import type { OdfMessage } from '../message/odf-message.ts';
import type { OdfElement } from '../odf-element.ts';
import { childElements, sameElement } from '../odf-element.ts';
import { versionKey, versionStamp } from './version-key.ts';
import type { VersionStamp } from './version-key.ts';
import { decideVersion } from './version-store.ts';
import type { VersionDecision } from './version-store.ts';

/** A schedule, participant list or team list as full messages and updates have made it. Plain data, may be stored. */
export type EntityState = {
  /** The document and feed the state is about; unset until the first message. */
  readonly subject: string | undefined;
  /** The highest version of each key of the full document. */
  readonly lists: Readonly<Record<string, EntityList>>;
  /** For each entity, the highest version of each key of `_UPDATE` documents that names it. */
  readonly patches: Readonly<Record<string, Readonly<Record<string, EntityPatch>>>>;
};

/** What a full document listed, by entity key. */
export type EntityList = VersionStamp & { readonly elements: Readonly<Record<string, OdfElement>> };

/** One entity of an `_UPDATE` document; always the whole element. */
export type EntityPatch = Pick<VersionStamp, 'version' | 'sentAt'> & { readonly element: OdfElement };

/** How a message changed one Session, Unit, Participant or Team. */
export type EntityChange =
  | { readonly kind: 'added'; readonly element: OdfElement }
  | { readonly kind: 'changed'; readonly element: OdfElement; readonly before: OdfElement }
  | { readonly kind: 'removed'; readonly before: OdfElement };

/** The state before any message. */
export const noEntities: EntityState = { subject: undefined, lists: {}, patches: {} };

/** Document types that are merged, and the entities each of them has with the attribute that identifies them. */
const entitiesOf: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map<string, Record<string, string>>([
  ['DT_SCHEDULE', { Session: 'SessionCode', Unit: 'Code' }],
  ['DT_PARTIC', { Participant: 'Code' }],
  ['DT_PARTIC_TEAMS', { Team: 'Code' }],
]);

/**
 * Takes a DT_SCHEDULE, DT_PARTIC or DT_PARTIC_TEAMS, or an `_UPDATE` of them, into the state of its document. A full
 * message replaces the list; an update replaces the entities it names, and holds against full messages sent before it
 * (by header Date and Time). Every update must be given, also a late one: it counts for entities no later one names.
 * The outcome does not depend on the order of arrival. For updates the decision is that of the entity that changes most.
 */
export function mergeEntities(
  state: EntityState,
  message: OdfMessage,
): {
  readonly state: EntityState;
  readonly decision: VersionDecision | 'foreign';
  readonly changes: readonly EntityChange[];
} {
  const { header } = message;
  const type = header.documentType.replace(/_UPDATE$/, '');
  const identifiers = entitiesOf.get(type);
  const subject = subjectOf(header, type);
  if (identifiers === undefined || (state.subject ?? subject) !== subject)
    return { state, decision: 'foreign', changes: [] };
  const elements = entitiesIn(message, identifiers);
  const taken =
    type === header.documentType ? takeList(state, message, elements) : takePatches(state, message, elements);
  if (taken.state === state) return { ...taken, changes: [] };
  const next = { ...taken.state, subject };
  return { state: next, decision: taken.decision, changes: difference(currentEntities(state), currentEntities(next)) };
}

/** The entities that hold, by entity key (`Unit/…`, `Participant/…`). */
export function currentEntities(state: EntityState): Map<string, OdfElement> {
  const list = latest(state.lists);
  const held = new Map(Object.entries(list?.elements ?? {}));
  for (const [key, patches] of Object.entries(state.patches)) {
    const patch = latest(patches);
    if (patch !== undefined && (list === undefined || patch.sentAt > list.sentAt)) held.set(key, patch.element);
  }
  return held;
}

type Taken = { readonly state: EntityState; readonly decision: VersionDecision };

function takeList(state: EntityState, message: OdfMessage, elements: Record<string, OdfElement>): Taken {
  const key = versionKey(message.header);
  const stamp = versionStamp(message);
  const decision = decideVersion(state.lists[key], stamp);
  if (decision !== 'new' && decision !== 'replaces') return { state, decision };
  return { state: { ...state, lists: { ...state.lists, [key]: { ...stamp, elements } } }, decision };
}

const strongestFirst: readonly VersionDecision[] = ['replaces', 'new', 'conflict', 'duplicate', 'stale'];

function takePatches(state: EntityState, message: OdfMessage, elements: Record<string, OdfElement>): Taken {
  const key = versionKey(message.header);
  const { version, sentAt } = versionStamp(message);
  const patches = { ...state.patches };
  const decisions = new Set<VersionDecision>();
  for (const [entity, element] of Object.entries(elements)) {
    const held = patches[entity]?.[key];
    const same = held !== undefined && sameElement(held.element, element);
    const decision = decideVersion(held && { version: held.version, digest: '' }, {
      version,
      digest: same ? '' : 'other',
    });
    decisions.add(decision);
    if (decision === 'new' || decision === 'replaces')
      patches[entity] = { ...patches[entity], [key]: { version, sentAt, element } };
  }
  const decision = strongestFirst.find((each) => decisions.has(each)) ?? 'duplicate';
  return { state: decisions.has('new') || decisions.has('replaces') ? { ...state, patches } : state, decision };
}

function entitiesIn(message: OdfMessage, identifiers: Readonly<Record<string, string>>): Record<string, OdfElement> {
  const [competition] = childElements(message.root, 'Competition');
  const found: Record<string, OdfElement> = {};
  for (const element of competition === undefined ? [] : childElements(competition)) {
    const identifier = Object.hasOwn(identifiers, element.name) ? identifiers[element.name] : undefined;
    const code = identifier === undefined ? undefined : element.attributes[identifier];
    if (code !== undefined && code !== '') found[`${element.name}/${code}`] = element;
  }
  return found;
}

/** The last one sent; where two were sent at once, the one of the greater key. */
function latest<T extends { readonly sentAt: string }>(byKey: Readonly<Record<string, T>>): T | undefined {
  let best: [string, T] | undefined;
  for (const [key, each] of Object.entries(byKey)) {
    if (best === undefined || each.sentAt > best[1].sentAt || (each.sentAt === best[1].sentAt && key > best[0]))
      best = [key, each];
  }
  return best?.[1];
}

function difference(before: ReadonlyMap<string, OdfElement>, after: ReadonlyMap<string, OdfElement>): EntityChange[] {
  const changes: EntityChange[] = [];
  for (const [key, element] of after) {
    const known = before.get(key);
    if (known === undefined) changes.push({ kind: 'added', element });
    else if (!sameElement(known, element)) changes.push({ kind: 'changed', element, before: known });
  }
  for (const [key, element] of before) if (!after.has(key)) changes.push({ kind: 'removed', before: element });
  return changes;
}

function subjectOf(header: OdfHeader, type: string): string {
  return JSON.stringify([header.feedFlag, header.competitionCode, header.documentCode, type]);
}
