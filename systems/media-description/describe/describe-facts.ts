import type { Transaction } from '@altis/database';
import type { Fact } from '@altis/results/contract';
import type { Room } from '@altis/system';
import type { FactProfile } from '../domain/fact-profile.ts';
import { momentOfFact } from '../domain/moment-of-fact.ts';
import { tellFact } from '../domain/tell-fact.ts';
import { translate } from '../messages/telling.ts';
import type { KeptFact } from '../store/facts.ts';
import { isPrepared, type StoredSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';
import { followMoment } from './name-moment.ts';

/**
 * Names, corrects or withdraws the moments of facts in a session, as they are now. One that comes or goes may make a moment
 * of another: so these are all that are known of a competitor in the unit.
 */
export async function describeFacts(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  session: StoredSession,
  facts: readonly KeptFact[],
): Promise<void> {
  // A session that is still being prepared is described whole when it is ready.
  if (!isPrepared(session)) return;
  const standing = facts.flatMap(({ stated, withdrawn }) => (withdrawn ? [] : [stated.fact]));
  const tell = (fact: Fact, profile: FactProfile) => tellFact(fact, profile, translate);
  for (const { stated, withdrawn } of facts) {
    const description = { stated, standing, tell };
    await followMoment(
      room,
      trx,
      session,
      stated.fact,
      withdrawn ? undefined : (placing) => momentOfFact(description, placing),
    );
  }
}
