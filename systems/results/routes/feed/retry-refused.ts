import { buffer } from 'node:stream/consumers';
import { runInTransaction } from '@altis/database';
import { announce } from '@altis/events';
import { currentCall, problem } from '@altis/kernel';
import { findMessage, listMessages, noteTaken, settleDuplicate } from '../../store/find-messages.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { takeIn } from '../intake/take-in-message.ts';

type Retried = { readonly taken: number; readonly refused: number; readonly partial: number };
type Refused = Awaited<ReturnType<typeof findMessage>>;

const pageSize = 200;

/**
 * Takes refused messages in again: after the competition was corrected, or this version of Altis reads what an earlier one
 * did not. What is refused once more stays where it is, with today's reason.
 *
 * @throws Problem `NOT_FOUND` for an unknown message, `CONFLICT` for one that is not refused
 */
export async function retryRefused(
  room: ResultsRoom,
  { message: id, reason }: { readonly message?: string | undefined; readonly reason?: string | undefined },
): Promise<Retried> {
  const done = { taken: 0, refused: 0, partial: 0 };
  if (id !== undefined) {
    done[await retry(room, await requireRefused(room, id))] += 1;
    return done;
  }
  // The newest of all that there are now: those that are refused again do not come twice.
  for (let before: string | undefined = undefined, isMore = true; isMore;) {
    const page: Awaited<ReturnType<typeof listMessages>> = await listMessages(room.db, {
      outcome: 'refused',
      reason,
      limit: pageSize,
      before,
    });
    // In the order in which they came.
    for (const { id: each } of page.items.toReversed()) done[await retry(room, await findMessage(room.db, each))] += 1;
    before = page.next ?? undefined;
    isMore = before !== undefined;
  }
  return done;
}

async function requireRefused({ db }: ResultsRoom, id: string): Promise<Refused> {
  const found = await findMessage(db, id);
  if (found === undefined) throw problem('NOT_FOUND', `There is no message ${id.slice(0, 60)}.`);
  if (found.kept.outcome === 'refused') return found;
  throw problem('CONFLICT', `The message ${id} is not refused: it was taken in as "${found.kept.outcome}".`);
}

async function retry(room: ResultsRoom, found: Refused): Promise<keyof Retried> {
  if (found === undefined || found.kept.outcome !== 'refused') return 'taken';
  const { kept, object } = found;
  const stored = await room.storage.stat(object);
  if (stored?.sizeBytes !== kept.sizeBytes) return 'partial';
  const bytes = kept.sizeBytes === 0 ? Buffer.alloc(0) : await buffer(await room.storage.read(object));
  const envelope = { id: kept.id, receivedAt: new Date(kept.receivedAt), origin: kept.origin };
  const { message, flaw } = await takeIn(room, bytes, envelope);
  if (flaw !== undefined) return 'refused';
  await runInTransaction(room.db, async (trx) => {
    // Its twin was taken in since: so this one is told to be what it is.
    if (message.id !== kept.id) {
      await settleDuplicate(trx, kept.id, message.id);
      await noteTaken(trx, kept.id);
    }
    await room.audit.record(trx, {
      actor: currentCall().actor,
      action: 'message.retried',
      subject: { kind: 'message', id: kept.id },
      details: { outcome: message.outcome, refusedFor: kept.reason },
    });
    await announce(trx, 'results.feed');
  });
  return 'taken';
}
