import { runInTransaction } from '@altis/database';
import { announce } from '@altis/events';
import { newId } from '@altis/kernel';
import type { Telling } from '@altis/odf';
import { Refusal, type Aftermath, type Intake, type ResultsRoom } from './intake.ts';
import { projectFacts } from './project-facts.ts';
import { projectMedals } from './project-medals.ts';
import { projectUnits } from './project-units.ts';
import { accept, arrive, objectOf, takeInMessage, type TakenIn } from './take-in-message.ts';
import { inOnePiece } from '../in-one-piece.ts';

/**
 * Takes in several messages in one transaction, as `takeInMessage` does each: every one is kept, with its place among the
 * versions, but units, medals and facts are brought up to date once for all of them. For archives, whose messages wait in
 * numbers. Where one is refused, nothing of the transaction stays, and they are taken in one by one.
 */
export async function takeInTogether(
  room: ResultsRoom,
  messages: readonly Uint8Array[],
  origin: string,
): Promise<TakenIn[]> {
  try {
    return await runInTransaction(room.db, async (trx) => {
      const aftermath: Aftermath = { units: new Set(), events: new Set(), tellings: [], bytes: [], intakes: [] };
      const taken: TakenIn[] = [];
      for (const bytes of messages) {
        const nowMs = room.clock.now();
        const envelope = { id: newId('message', nowMs), receivedAt: new Date(nowMs), origin };
        const arrival = arrive(room, envelope, objectOf(bytes), bytes);
        taken.push({ message: await accept(room, trx, bytes, arrival, aftermath) });
      }
      const last = aftermath.intakes.at(-1);
      if (last !== undefined) await follow(last, aftermath);
      // The last thing before the commit, so that no bytes are kept of messages that are not.
      await Promise.all(aftermath.bytes.map((bytes) => room.storage.put(inOnePiece(bytes))));
      return taken;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const taken: TakenIn[] = [];
    for (const bytes of messages) taken.push(await takeInMessage(room, bytes, origin));
    return taken;
  }
}

/** Any of the intakes stands for all: they are of one transaction and one Games, and facts name their own messages. */
async function follow(intake: Intake, { units, events, tellings }: Aftermath): Promise<void> {
  if (units.size > 0) await projectUnits(intake, [...units], { haveResultsChanged: true });
  if (events.size > 0) await projectMedals(intake, [...events]);
  for (const together of inTurns(tellings)) await projectFacts(intake, together);
  await announce(intake.trx, 'results.messages');
}

/** What can be told at once: of one strand, and of each subject one version. */
function inTurns(tellings: readonly Telling[]): Telling[][] {
  const turns = new Map<string, Telling[]>();
  const told = new Map<string, number>();
  for (const telling of tellings) {
    const key = `${telling.said.kind} ${telling.subject}`;
    const turn = told.get(key) ?? 0;
    told.set(key, turn + 1);
    const name = `${telling.said.kind} ${turn}`;
    turns.set(name, [...(turns.get(name) ?? []), telling]);
  }
  return [...turns.values()];
}
