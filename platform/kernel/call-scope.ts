import { AsyncLocalStorage } from 'node:async_hooks';
import { anonymous, type Actor } from './actor.ts';
import { newId } from './id.ts';

/** What travels with a call through every system it reaches, in this process or another: who asked, which request it was, and until when an answer is of use. */
export type CallScope = {
  readonly actor: Actor;
  readonly requestId: string;
  /** Epoch milliseconds after which the caller no longer waits. */
  readonly deadlineMs?: number;
};

const scopes = new AsyncLocalStorage<CallScope>();

/** Runs `work` as part of the given call. */
export function withCall<Result>(scope: CallScope, work: () => Result): Result {
  return scopes.run(scope, work);
}

/** The call that is being answered; outside of any, an anonymous one. */
export function currentCall(): CallScope {
  return scopes.getStore() ?? { actor: anonymous, requestId: newId('request') };
}

/** Runs `work` in the name of a system itself, as a job or a subscription does. */
export function asSystem<Result>(name: string, work: () => Result): Result {
  return withCall({ actor: { kind: 'system', name }, requestId: newId('request') }, work);
}
