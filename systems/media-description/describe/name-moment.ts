import type { Transaction } from '@altis/database';
import { announce, publish } from '@altis/events';
import { newId, type Actor } from '@altis/kernel';
import type { Source } from '@altis/results/contract';
import type { Room } from '@altis/system';
import { MomentNamed, MomentWithdrawn } from '../contract/events.ts';
import type { Moment } from '../contract/moment.ts';
import { isSameMoment } from '../domain/is-same-moment.ts';
import type { Placing } from '../domain/place-moment.ts';
import { findMomentOfAction, writeMoment, type StoredMoment } from '../store/moments.ts';
import type { PreparedSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';
import { footageOf } from './footage.ts';

/** What the results tell, by its stable id, and the message that tells it now. */
type Told = { readonly id: string; readonly source: Source };

/**
 * Names, corrects or withdraws the moment of what the results tell, as it is now.
 *
 * @param describe the moment in the recording; `undefined` where there is none, or none any more
 */
export async function followMoment(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  session: PreparedSession,
  { id, source }: Told,
  describe: ((placing: Placing) => Moment | undefined) | undefined,
): Promise<void> {
  const known = await findMomentOfAction(trx, session.id, id);
  const moment = describe?.({
    session: session.id,
    footage: await footageOf(room, session),
    known,
    newId: () => newId('moment'),
  });
  if (moment !== undefined) await nameMoment(room, trx, moment, known);
  else if (known?.state === 'named') {
    await withdrawMoment(room, trx, { ...known.moment, source: { kind: 'message', ...source } });
  }
}

/** Keeps a moment as it is now, tells the other systems, and has its clip cut where it or its bounds are new. */
export async function nameMoment(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  moment: Moment,
  known: StoredMoment | undefined,
  trimmed = known?.trimmed ?? false,
): Promise<void> {
  if (known?.state === 'named' && isSameMoment(known.moment, moment)) return;
  const cut = needsClip(moment, known) ? await enqueueCut(room, trx, moment) : undefined;
  await writeMoment(trx, moment, { trimmed, cut });
  await publish(trx, MomentNamed, moment);
  await announce(trx, `media-description.session.${moment.session}`);
  if (known !== undefined) await recordChange(room, trx, 'moment.corrected', moment);
}

/** The job of a moment that was withdrawn may have found nothing to cut: one that comes back gets another. */
function needsClip({ inFrame, outFrame }: Moment, known: StoredMoment | undefined): boolean {
  return known?.state !== 'named' || known.in_frame !== inFrame || known.out_frame !== outFrame;
}

/** The same bounds may come again, so the revision is what a cut is told apart by. */
function enqueueCut(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  { id, revision, inFrame, outFrame, title, importance }: Moment,
): Promise<string> {
  const options = { title: title.en ?? id, key: `${id}/${revision}`, priority: importance };
  return room.jobs.enqueue(trx, 'cut-clip', { moment: id, inFrame, outFrame }, options);
}

export async function withdrawMoment(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  known: Moment,
  actor?: Actor,
): Promise<void> {
  const moment: Moment = { ...known, state: 'withdrawn', revision: known.revision + 1 };
  await writeMoment(trx, moment, { trimmed: false });
  await publish(trx, MomentWithdrawn, moment);
  await announce(trx, `media-description.session.${moment.session}`);
  await recordChange(room, trx, 'moment.withdrawn', moment, actor);
}

/** The audit names the message and version that a change rests on, or the person who made it. */
export async function recordChange(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  action: string,
  { id, revision, title, source }: Moment,
  actor: Actor = { kind: 'system', name: room.name },
): Promise<void> {
  await room.audit.record(trx, {
    actor,
    action,
    subject: { kind: 'moment', id },
    details: { revision, title: title.en ?? '' },
    ...(source.kind === 'message' ? { cause: { message: source.message, version: String(source.version) } } : {}),
  });
}
