import { oc } from '@orpc/contract';
import { z } from 'zod';

const route = oc.$meta({ permission: 'none' });

const instant = z.iso.datetime().describe('ISO 8601, UTC.');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const auditEntryView = z.object({
  /** 1, 2, 3 … without gaps. */
  position: z.int(),
  at: instant,
  actor: z.object({
    kind: z.enum(['anonymous', 'user', 'system']),
    /** The user's id or the system's name; empty for an anonymous actor. */
    id: z.string(),
    /** The user's present name, where the account is known. */
    name: z.string().nullable(),
  }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  details: z.record(z.string(), z.unknown()),
  /** The message (and its version) that led to the action, such as a correction of the results. */
  cause: z.object({ message: z.string(), version: z.string() }).nullable(),
  hash: sha256,
});
export type AuditEntryView = z.infer<typeof auditEntryView>;

/** Where a chain stands: enough to prove later that nothing before it was changed or cut off. */
export const auditHead = z.object({ position: z.int().min(0), hash: sha256 });

const entries = {
  list: route
    .route({ method: 'GET', path: '/entries', summary: 'What was done, newest first' })
    .meta({ permission: 'platform.audit.read' })
    .input(
      z.object({
        subjectKind: z.string().max(80).optional(),
        subjectId: z.string().max(200).optional(),
        actor: z.string().max(200).optional().describe("A user's id or a system's name."),
        action: z.string().max(120).optional().describe('`moment.corrected`, or all of a kind by `moment.*`.'),
        from: instant.optional().describe('At or after.'),
        until: instant.optional().describe('Before.'),
        before: z.coerce.number().int().min(1).optional().describe('The next page: `next` of the page before.'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ entries: z.array(auditEntryView), next: z.int().nullable() })),
  verify: route
    .route({ method: 'GET', path: '/verification', summary: 'Whether the chain of entries is whole' })
    .meta({ permission: 'platform.audit.read' })
    .input(
      z.object({
        position: z.coerce.number().int().min(0).optional().describe('A position noted earlier, with its hash.'),
        hash: sha256.optional(),
      }),
    )
    .output(
      z.discriminatedUnion('whole', [
        z.object({ whole: z.literal(true), head: auditHead }),
        z.object({ whole: z.literal(false), brokenAt: z.int(), reason: z.string() }),
      ]),
    ),
};

/** The record of what was done. Paths are below `/api/audit`. */
export const audit = { name: 'audit', contract: { entries } } as const;
