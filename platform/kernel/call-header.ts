import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { CallScope } from './call-scope.ts';
import type { Id } from './id.ts';

/** The HTTP header in which a system's call to a system in another process names its actor, request and deadline. */
export const callHeader = 'x-altis-call';

/** How long a signed call is believed, in either direction, so that the clocks of two machines may differ a little. */
const believedForMs = 60_000;

/**
 * Writes a call scope as `<payload>.<signature>`: base64url of JSON with the moment of signing (milliseconds since 1970),
 * and its HMAC-SHA-256 under the installation's secret.
 */
export function signCall(scope: CallScope, secret: string, nowMs = Date.now()): string {
  const payload = Buffer.from(JSON.stringify({ scope, signedAtMs: nowMs })).toString('base64url');
  return `${payload}.${signatureOf(payload, secret)}`;
}

/** The scope that {@link signCall} wrote, or `undefined` when it was not with this secret or not within the last minute. */
export function verifyCall(header: string, secret: string, nowMs = Date.now()): CallScope | undefined {
  const [payload, signature] = header.split('.', 2);
  if (payload === undefined || signature === undefined) return undefined;
  const expected = Buffer.from(signatureOf(payload, secret));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const { scope, signedAtMs } = Signed.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return Math.abs(nowMs - signedAtMs) <= believedForMs ? scope : undefined;
}

const Scope: z.ZodType<CallScope> = z.object({
  actor: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('anonymous') }),
    z.object({
      kind: z.literal('user'),
      id: z.custom<Id<'user'>>((id) => typeof id === 'string' && id.startsWith('user_')),
      name: z.string(),
      roles: z.array(z.string()),
      grants: z.array(z.string()).exactOptional(),
    }),
    z.object({ kind: z.literal('system'), name: z.string() }),
  ]),
  requestId: z.string(),
  deadlineMs: z.number().exactOptional(),
});
const Signed = z.object({ scope: Scope, signedAtMs: z.number() });

function signatureOf(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
