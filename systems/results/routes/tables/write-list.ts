import { problem } from '@altis/kernel';
import type { KeptMessage } from '../../contract/index.ts';
import { composeRaceList, type UnsentMessage } from '../../domain/compose-race-list.ts';
import type { RaceList } from '../../domain/race-list.ts';
import { findToldByOthers } from '../../store/claims.ts';
import { listInputs, putStarters } from '../../store/timing.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { publishTiming } from '../timing/publish-timing.ts';
import { ownSource, requireOurs, writeOdf, type Confirmed } from '../write-odf.ts';

/**
 * Writes a list as messages and takes them in. Where the unit is being timed, a start list says who starts from now on,
 * and what was timed stays; results are refused, for they would speak against the console.
 */
export async function writeList(
  room: ResultsRoom,
  list: RaceList,
  origin: string,
  confirmed: Confirmed,
): Promise<KeptMessage[]> {
  const isTimed = (await listInputs(room.db, list.unit)).length > 0;
  if (isTimed && list.kind === 'results') {
    throw problem('CONFLICT', 'This competition is timed at the console; a result list would speak against it.', {
      remedy: 'Put results right at the console, or choose another event.',
    });
  }
  const messages = await messagesOf(room, list);
  // Before anything is written, so that all is or nothing.
  if (confirmed.mayTakeOver !== true) for (const message of messages) await requireOurs(room, message, confirmed);
  const written: KeptMessage[] = [];
  for (const message of messages) {
    const isOfTiming = message.content.kind === 'results' || message.content.kind === 'schedule';
    if (!isTimed || !isOfTiming) written.push(await writeOdf(room, origin, () => message, confirmed));
  }
  if (isTimed) {
    await putStarters(room.db, list.unit, list.entrants, { isAnew: true });
    await publishTiming(room, list.unit, confirmed);
  }
  return written;
}

/** The messages that say what a list says. */
export async function messagesOf({ db }: ResultsRoom, list: RaceList): Promise<UnsentMessage[]> {
  const codes = list.entrants.map(({ code }) => code);
  return composeRaceList(list, await findToldByOthers(db, codes, ownSource));
}
