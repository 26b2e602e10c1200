import type { OdfMessage } from '../message/odf-message.ts';
import { advance } from './advance.ts';
import type { DeltaState } from './advance.ts';
import { missingTellings } from './complete-tellings.ts';
import { applyChanges } from './fact.ts';
import type { OdfFact } from './fact.ts';
import { orderTellings } from './telling.ts';
import type { Telling } from './telling.ts';
import { tellingsOf } from './tellings-of.ts';

/** A kept message, under the id by which facts name it. */
export type VersionedMessage = { readonly id: string; readonly message: OdfMessage };

/**
 * All facts that a set of messages tells, in order of time. The order of the messages makes no difference, except between
 * messages in conflict (the same key and Version), of which the first one counts.
 */
export function unitFacts(versions: readonly VersionedMessage[]): OdfFact[] {
  const tellings = versions.flatMap(({ id, message }) => tellingsOf(id, message));
  const strands = Map.groupBy(
    [...tellings, ...missingTellings(tellings)],
    ({ subject, said }) => `${subject} ${said.kind}`,
  );
  const facts = [...strands.values()].flatMap((strand) => retell(strand).facts);
  return facts.sort((left, right) => compare(left.at, right.at) || compare(left.id, right.id));
}

/** Tells one strand from its beginning: the state after all of its tellings, and the facts. */
export function retell(strand: readonly Telling[]): {
  readonly state: DeltaState | undefined;
  readonly facts: OdfFact[];
} {
  const facts = new Map<string, OdfFact>();
  let state: DeltaState | undefined;
  for (const telling of orderTellings(strand)) {
    const next = advance(state, telling);
    // Nothing is late in this order.
    if (next === 'late') continue;
    state = next.state;
    applyChanges(facts, next.changes);
  }
  return { state, facts: [...facts.values()] };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
