import { callHeader, newId, problem, verifyCall, type Actor, type CallScope } from '@altis/kernel';
import type { FastifyRequest } from 'fastify';
import { createRateLimit } from './rate-limit.ts';

export type IdentificationOptions = {
  /** Who sent the request. Throws a problem for a forged or malformed credential. */
  readonly authenticate: (request: FastifyRequest) => Promise<{ actor: Actor; sessionId?: string }>;
  /** By which processes of this installation prove calls to each other. */
  readonly callSecret: string;
  /** Of one account, or where there is none, of one address. */
  readonly requestsPerMinute: number;
};

type Identified = { readonly call: CallScope; readonly sessionId: string | undefined };

/**
 * Finds out who sends a request: another process of this installation, proven by its signature, which is not limited; or
 * whoever `authenticate` knows. Throws TOO_MANY_REQUESTS for an account, or where there is none an address, that sends
 * too many; refused credentials count for the address.
 */
export function createIdentification({
  authenticate,
  callSecret,
  requestsPerMinute,
}: IdentificationOptions): (request: FastifyRequest) => Promise<Identified> {
  const limit = createRateLimit({ perMinute: requestsPerMinute, burst: Math.ceil(requestsPerMinute / 4) });
  const count = (key: string): void => {
    const waitMs = limit.take(key, Date.now());
    if (waitMs === 0) return;
    const retryAfterSeconds = Math.ceil(waitMs / 1000);
    throw problem('TOO_MANY_REQUESTS', 'Too many requests in a short time.', {
      remedy: `Wait ${retryAfterSeconds} s.`,
      details: { retryAfterSeconds },
    });
  };

  return async (request) => {
    const header = request.headers[callHeader];
    const inner = typeof header === 'string' ? verifyCall(header, callSecret) : undefined;
    if (inner !== undefined) return { call: inner, sessionId: undefined };
    const { actor, sessionId } = await authenticate(request).catch((error: unknown) => {
      count(request.ip);
      throw error;
    });
    count(actor.kind === 'user' ? actor.id : request.ip);
    return { call: { actor, requestId: newId('request') }, sessionId };
  };
}
