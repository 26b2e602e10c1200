import { oc } from '@orpc/contract';
import * as z from 'zod';

const route = oc.$meta({ permission: 'none' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such message.' } };

/** A message as it came in. What its header says is empty, 0 or null where it was refused before that could be read. */
export const KeptMessage = z.object({
  id: z.string(),
  competition: z.string(),
  documentType: z.string(),
  documentSubtype: z.string().nullable(),
  documentSubcode: z.string().nullable(),
  documentCode: z.string(),
  version: z.number().int(),
  feed: z.enum(['production', 'test']).nullable(),
  outcome: z.enum(['new', 'replaces', 'duplicate', 'stale', 'conflict', 'refused']),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  warnings: z.array(z.string()),
  source: z.string().nullable().describe('The system that made it, as its header says.'),
  origin: z.string().describe('"http", or the name of the file it came from.'),
  issuedAt: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  sizeBytes: z.number().int(),
});
export type KeptMessage = z.infer<typeof KeptMessage>;

/** The log of messages. */
export const messages = {
  list: route
    .route({ method: 'GET', path: '/messages', summary: 'Messages as they came in, newest first, refused ones too' })
    .meta({ permission: 'results.message.read' })
    .input(
      z.object({
        outcome: KeptMessage.shape.outcome.optional(),
        feed: z.enum(['production', 'test']).optional(),
        source: z.string().optional(),
        reason: z.string().max(500).optional().describe('Words in the reason of a refusal.'),
        unit: z.string().optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        before: z.string().optional(),
      }),
    )
    .output(z.object({ items: z.array(KeptMessage), next: z.string().nullable() })),
  read: route
    .route({ method: 'GET', path: '/messages/{id}', summary: 'One message, with its text' })
    .meta({ permission: 'results.message.read' })
    .input(z.object({ id: z.string() }))
    .output(
      KeptMessage.extend({
        text: z.string(),
        isWhole: z.boolean().describe('Whether the text is all of it; the bytes are at `/messages/{id}/original.xml`.'),
      }),
    )
    .errors(notFound),
};
