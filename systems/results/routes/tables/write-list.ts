import { problem } from '@altis/kernel';
import type { KeptMessage } from '../../contract/index.ts';
import { composeRaceList, type UnsentMessage } from '../../domain/compose-race-list.ts';
import { peopleOf, type RaceList, type RaceUnit } from '../../domain/race-list.ts';
import { findToldByOthers } from '../../store/claims.ts';
import { listInputs, putStarters } from '../../store/timing.ts';
import { findUnits } from '../../store/units.ts';
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
  const timed = await timedUnits(room, list);
  if (timed.length > 0 && list.kind === 'results') {
    throw problem('CONFLICT', 'This competition is timed at the console; a result list would speak against it.', {
      remedy: 'Put results right at the console, or choose another event.',
    });
  }
  const messages = await messagesOf(room, list);
  // Before anything is written, so that all is or nothing.
  if (confirmed.mayTakeOver !== true) for (const message of messages) await requireOurs(room, message, confirmed);
  const written: KeptMessage[] = [];
  for (const message of messages) {
    const told = exceptTimed(message, timed);
    if (told !== undefined) written.push(await writeOdf(room, origin, () => told, confirmed));
  }
  for (const { rsc, entrants } of timed) {
    await putStarters(room.db, rsc, entrants, { isAnew: true });
    await publishTiming(room, rsc, confirmed);
  }
  return written;
}

async function timedUnits({ db }: ResultsRoom, { units }: RaceList): Promise<RaceUnit[]> {
  const inputs = await Promise.all(units.map(({ rsc }) => listInputs(db, rsc)));
  return units.filter((_, at) => (inputs[at]?.length ?? 0) > 0);
}

/** What a message says of units that are not timed; of the others the console tells results and schedule. */
function exceptTimed(message: UnsentMessage, timed: readonly RaceUnit[]): UnsentMessage | undefined {
  const { header, content } = message;
  const isTimed = (code: string | number): boolean => timed.some(({ rsc }) => rsc === code);
  if (content.kind === 'results') return isTimed(header.documentCode) ? undefined : message;
  if (content.kind !== 'schedule') return message;
  const units = (content.units ?? []).filter(({ code }) => !isTimed(code));
  return units.length === 0 ? undefined : { header, content: { ...content, units } };
}

/** The messages that say what a list says; that medals are decided in a unit stays as it is. */
export async function messagesOf({ db }: ResultsRoom, list: RaceList): Promise<UnsentMessage[]> {
  const codes = peopleOf(list.units.flatMap(({ entrants }) => entrants)).map(({ code }) => code);
  const standing = await findUnits(
    db,
    list.units.map(({ rsc }) => rsc),
  );
  const units = list.units.map((unit) => ({ ...unit, medal: standing.get(unit.rsc)?.medal ?? 'none' }));
  return composeRaceList({ ...list, units }, await findToldByOthers(db, codes, ownSource));
}
