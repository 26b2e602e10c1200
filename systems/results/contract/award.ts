import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Rsc } from './vocabulary.ts';

const route = oc.$meta({ permission: 'results.timing.write' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such thing in the results.' } };

const medal = z.enum(['gold', 'silver', 'bronze']);

/** The medals that the official results of a final would give, by rank: who shares a place shares its medal, and the next one is not given. */
export const Award = z.object({
  unit: Rsc,
  event: Rsc,
  isOpen: z
    .boolean()
    .describe(
      'It decides the medals, as the schedule says or as the only final; its results are official, and somebody is ranked.',
    ),
  medals: z.array(z.object({ medal, code: z.string(), name: z.string(), organisation: z.string() })),
  stands: z
    .enum(['none', 'same', 'other'])
    .describe('Whether the event has medals already, and whether they are these.'),
  sender: z.string().nullable().describe('Who else sends the medals of this event; null where nobody does.'),
});
export type Award = z.infer<typeof Award>;

/** Medals of an event from the official results of its final; nothing is awarded unless somebody says so. */
export const awards = {
  plan: route
    .route({ method: 'GET', path: '/awards/{unit}', summary: 'Which medals the results of a final would give' })
    .input(z.object({ unit: Rsc }))
    .output(Award)
    .errors(notFound),
  write: route
    .route({ method: 'POST', path: '/awards/{unit}', summary: 'Award the medals of an event, as DT_MEDALLISTS' })
    .input(
      z.object({
        unit: Rsc,
        medals: z
          .array(z.object({ medal, code: z.string() }))
          .min(1)
          .max(500)
          .describe('As they were seen; refused where the results give others by now.'),
        mayTakeOver: z.boolean().default(false).describe('Write in place of another sender, from now on.'),
      }),
    )
    .output(Award)
    .errors(notFound),
};
