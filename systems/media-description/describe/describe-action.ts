import type { Transaction } from '@altis/database';
import { announce, publish } from '@altis/events';
import { newId, type Actor } from '@altis/kernel';
import type { ActionFact } from '@altis/results/contract';
import type { Room } from '@altis/system';
import { MomentNamed, MomentWithdrawn } from '../contract/events.ts';
import type { Moment } from '../contract/moment.ts';
import { isSameMoment, momentOfAction } from '../domain/moment-of-action.ts';
import { tellAction } from '../domain/tell-action.ts';
import { joinNames, translate } from '../messages/telling.ts';
import { findMomentOfAction, writeMoment, type StoredMoment } from '../store/moments.ts';
import { isPrepared, type PreparedSession, type StoredSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';
import { footageOf } from './footage.ts';

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
  const known = await findMomentOfAction(trx, session.id, fact.action.id);
  const moment = withdrawn ? undefined : await describe(room, session, fact, known);

  if (moment !== undefined) await nameMoment(room, trx, moment, known);
  else if (known?.state === 'named') await withdrawMoment(room, trx, withSource(known.moment, fact));
}

async function describe(
  room: Room<Tables>,
  session: PreparedSession,
  fact: ActionFact,
  known: StoredMoment | undefined,
): Promise<Moment | undefined> {
  return momentOfAction({
    session: session.id,
    fact,
    footage: await footageOf(room, session),
    known,
    newId: () => newId('moment'),
    tell: (action, profile) => tellAction(action, profile, translate, joinNames),
  });
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

function withSource(moment: Moment, { source }: ActionFact): Moment {
  return { ...moment, source: { kind: 'message', ...source } };
}
