import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { CallScope } from './call-scope.ts';
import type { Id } from './id.ts';

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
  return Scope.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
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

function signatureOf(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
