import type { Transaction } from '@altis/database';
import type { ActionFact } from '@altis/results/contract';
import type { Room } from '@altis/system';
import { momentOfAction } from '../domain/moment-of-action.ts';
import { tellAction } from '../domain/tell-action.ts';
import { joinNames, translate } from '../messages/telling.ts';
import { isPrepared, type StoredSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';
import { followMoment } from './name-moment.ts';

/** Names, corrects or withdraws the moment of an action in a session, as the action is now. */
export async function describeAction(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  session: StoredSession,
  fact: ActionFact,
  withdrawn: boolean,
): Promise<void> {
  // A session that is still being prepared is described whole when it is ready.
  if (!isPrepared(session)) return;
  const description = {
    fact,
    tell: (action: ActionFact['action'], profile: Parameters<typeof tellAction>[1]) =>
      tellAction(action, profile, translate, joinNames),
  };
  const told = { id: fact.action.id, source: fact.source };
  await followMoment(
    room,
    trx,
    session,
    told,
    withdrawn ? undefined : (placing) => momentOfAction(description, placing),
  );
}
