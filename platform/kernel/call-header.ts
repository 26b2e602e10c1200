import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from './actor.ts';
import type { CallScope } from './call-scope.ts';

/** The HTTP header in which a system's call to a system in another process names its actor, request and deadline. */
export const callHeader = 'x-altis-call';

/** Writes a call scope as `<payload>.<signature>`: base64url of JSON, and its HMAC-SHA-256 under the installation's secret. */
export function signCall(scope: CallScope, secret: string): string {
  const payload = Buffer.from(JSON.stringify(scope)).toString('base64url');
  return `${payload}.${signatureOf(payload, secret)}`;
}

/** The scope that {@link signCall} wrote, or `undefined` when the header was not written with this secret. */
export function verifyCall(header: string, secret: string): CallScope | undefined {
  const [payload, signature] = header.split('.', 2);
  if (payload === undefined || signature === undefined) return undefined;
  const expected = Buffer.from(signatureOf(payload, secret));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  // Only a holder of the secret could have written the payload, and those write it with signCall.
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { actor: Actor; requestId: string };
}

function signatureOf(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
