import { anonymous, type Actor } from '@altis/kernel';
import { actorOfToken } from './api-tokens.ts';
import { bearerToken } from './bearer-token.ts';
import type { IdentityContext } from './context.ts';
import type { RequestHeaders } from './request-headers.ts';
import { readSessionCookie } from './session-cookie.ts';
import { findSession } from './sessions.ts';
import { actorOf } from './sign-in.ts';

export type Authentication = {
  readonly actor: Actor;
  /** How the actor is known. */
  readonly by: 'nothing' | 'session' | 'token';
  /** Present for a session; not a secret, and of no use as a cookie. */
  readonly sessionId?: string;
};

/**
 * Who sends a request: by API token (which goes before a cookie), by session cookie, or nobody known.
 * A dead session is nobody, since a browser keeps sending it; a dead token is an error: throws UNAUTHENTICATED.
 */
export async function authenticate(context: IdentityContext, headers: RequestHeaders): Promise<Authentication> {
  const bearer = bearerToken(headers);
  if (bearer !== undefined) return { actor: await actorOfToken(context, bearer), by: 'token' };
  const cookie = readSessionCookie(headers);
  const session = cookie === undefined ? undefined : await findSession(context, cookie);
  if (session === undefined) return { actor: anonymous, by: 'nothing' };
  return { actor: actorOf(session.account), by: 'session', sessionId: session.id };
}
