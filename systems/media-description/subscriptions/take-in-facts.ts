import { on, type Subscription } from '@altis/events';
import { FactRecorded, FactWithdrawn, type StatedFact } from '@altis/results/contract';
import type { Room } from '@altis/system';
import type { Transaction } from '@altis/database';
import { describeFacts } from '../describe/describe-facts.ts';
import { mayBeMoment } from '../domain/fact-profile.ts';
import { factsOfUnit, keepFact } from '../store/facts.ts';
import { lockSessionsOfUnit } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';

/** Follows the facts of units: each that may be a moment and is told, corrected or withdrawn reaches every session of its unit. */
export function takeInFacts(room: Room<Tables>): readonly Subscription<Tables>[] {
  const takeIn = async (trx: Transaction<Tables>, stated: StatedFact, withdrawn: boolean): Promise<void> => {
    const { unit, competitor } = stated.fact;
    if (!mayBeMoment(stated.fact)) return;
    const sessions = await lockSessionsOfUnit(trx, unit);
    await keepFact(trx, stated, withdrawn);
    if (sessions.length === 0) return;
    const facts = await factsOfUnit(trx, unit, competitor);
    for (const session of sessions) await describeFacts(room, trx, session, facts);
  };
  return [
    on(FactRecorded, ({ payload }, trx: Transaction<Tables>) => takeIn(trx, payload, false)),
    on(FactWithdrawn, ({ payload }, trx: Transaction<Tables>) => takeIn(trx, payload, true)),
  ];
}
