import * as z from 'zod';
import { Action, Source } from './action.ts';
import { Fact } from './fact.ts';

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

const StatedFact = z.object({ competition: z.string(), unitName: z.record(z.string(), z.string()), fact: Fact });
export type StatedFact = z.infer<typeof StatedFact>;

/** The messages tell that something happened: a start, a split, a finish, a goal, an official result. */
export const FactRecorded = { name: 'results.fact.recorded.v1', payload: StatedFact } as const;

/** The messages no longer tell it; as it was. */
export const FactWithdrawn = { name: 'results.fact.withdrawn.v1', payload: StatedFact } as const;
