import type { Transaction } from '@altis/database';
import type { Room } from '@altis/system';
import { standingActions } from '../store/actions.ts';
import { factsOfUnit } from '../store/facts.ts';
import type { StoredSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';
import { describeAction } from './describe-action.ts';
import { describeFacts } from './describe-facts.ts';

/** Describes in a session all that is known of its unit by now. */
export async function describeUnit(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  session: StoredSession,
): Promise<void> {
  for (const fact of await standingActions(trx, session.unit)) await describeAction(room, trx, session, fact, false);
  await describeFacts(room, trx, session, await factsOfUnit(trx, session.unit));
}
