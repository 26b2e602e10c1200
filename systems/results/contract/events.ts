import * as z from 'zod';
import { Action, Source } from './action.ts';

const ActionFact = z.object({
  competition: z.string(),
  unitName: z.record(z.string(), z.string()).describe('Name of the unit by language tag, as far as the feed has it.'),
  action: Action,
  source: Source,
});
export type ActionFact = z.infer<typeof ActionFact>;

/** An action became known. */
export const ActionRecorded = { name: 'results.action.recorded.v1', payload: ActionFact } as const;

/** What is known of an action changed: another player, another time, another name. Carries the action as it is now. */
export const ActionCorrected = { name: 'results.action.corrected.v1', payload: ActionFact } as const;

/** The action is no longer part of the unit: a cancelled goal. Carries it as it was. */
export const ActionWithdrawn = { name: 'results.action.withdrawn.v1', payload: ActionFact } as const;
