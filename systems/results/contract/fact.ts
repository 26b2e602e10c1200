import * as z from 'zod';
import { Source } from './action.ts';
import { Rsc } from './vocabulary.ts';

/**
 * What can be told from two successive versions of a document. Of one unit: everything up to `record`; the rest also of
 * phases and events.
 */
export const FactKind = z.enum([
  'started',
  'on-course',
  'split',
  'finished',
  'lead-change',
  'podium-change',
  'out',
  'goal',
  'penalty',
  'period-start',
  'period-end',
  'time-out',
  'record',
  'qualified',
  'postponed',
  'cancelled',
  'protested',
  'decided',
  'unofficial',
  'official',
  'medals',
]);
export type FactKind = z.infer<typeof FactKind>;

/** Something that happened, with the message that told it. */
export const Fact = z.object({
  id: z.string().describe('The same through all versions that say it: kind, unit, competitor and number.'),
  kind: FactKind,
  unit: Rsc.describe('RSC of the unit, or of the phase or event that it is about.'),
  at: z.iso
    .datetime()
    .describe('When it was told: date and time in the header of the message, or the time that the message gives.'),
  competitor: z.string().nullable().describe('Code of the athlete or team.'),
  name: z.string().nullable(),
  organisation: z.string().nullable(),
  position: z.string().nullable().describe('Number of the split, period or medal.'),
  value: z.string().nullable().describe('Time, score, mark or code, as the message writes it.'),
  rank: z.string().nullable(),
  previous: z.string().nullable().describe('What held before: the former leader’s code, the former score.'),
  source: Source,
});
export type Fact = z.infer<typeof Fact>;
