import { on, type Subscription } from '@altis/events';
import { ActionCorrected, ActionRecorded, ActionWithdrawn, type ActionFact } from '@altis/results/contract';
import type { Room } from '@altis/system';
import type { Transaction } from '@altis/database';
import { describeAction } from '../describe/describe-action.ts';
import { keepAction } from '../store/actions.ts';
import { lockSessionsOfUnit } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';

/** Follows the play-by-play: every action that is recorded, corrected or withdrawn reaches every session of its unit. */
export function takeInActions(room: Room<Tables>): readonly Subscription<Tables>[] {
  const takeIn = async (trx: Transaction<Tables>, fact: ActionFact, withdrawn: boolean): Promise<void> => {
    const sessions = await lockSessionsOfUnit(trx, fact.action.unit);
    await keepAction(trx, fact, withdrawn);
    for (const session of sessions) await describeAction(room, trx, session, fact, withdrawn);
  };
  return [
    on(ActionRecorded, ({ payload }, trx: Transaction<Tables>) => takeIn(trx, payload, false)),
    on(ActionCorrected, ({ payload }, trx: Transaction<Tables>) => takeIn(trx, payload, false)),
    on(ActionWithdrawn, ({ payload }, trx: Transaction<Tables>) => takeIn(trx, payload, true)),
  ];
}
