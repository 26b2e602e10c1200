import { problem, type Actor } from '@altis/kernel';
import type { IssuedSession } from './session-cookie.ts';

/** What a route of this package needs to know of its request, and how it answers besides its value. */
export type IdentityCall = {
  readonly actor: Actor;
  /** From {@link Authentication}; present for a caller with a session cookie. */
  readonly sessionId?: string | undefined;
  /** The client's address, as seen or as told by a trusted proxy. */
  readonly remoteAddress: string;
  /** Gives the browser this session, or with `null` takes its session away. */
  setSession(session: IssuedSession | null): void;
};

/**
 * The signed-in person behind a call. Accounts and credentials are theirs alone to change: an API token may not, whatever
 * it was granted, since it could give itself more.
 */
export function personOf(actor: Actor): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw problem('UNAUTHENTICATED', 'This needs a signed-in person.', { remedy: 'Sign in.' });
  if (actor.grants !== undefined) {
    throw problem('FORBIDDEN', 'An API token cannot change accounts, passwords or tokens.', {
      remedy: 'Sign in with a browser.',
    });
  }
  return actor;
}
