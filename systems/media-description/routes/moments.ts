import { runInTransaction, type Transaction } from '@altis/database';
import { implementContract } from '@altis/http';
import { describeActor, newId, problem, type Actor } from '@altis/kernel';
import type { Room } from '@altis/system';
import { mediaDescription } from '../contract/index.ts';
import { momentLanguages, type Moment } from '../contract/moment.ts';
import { nameMoment, recordChange, withdrawMoment } from '../describe/name-moment.ts';
import { frameTimesOf } from '../describe/footage.ts';
import { findMoment, type StoredMoment } from '../store/moments.ts';
import { isPrepared, lockSession, type PreparedSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';
import { presentMoment } from './present-moment.ts';

const os = implementContract(mediaDescription.contract).moments;

export function momentRoutes(room: Room<Tables>) {
  return {
    mark: os.mark.handler(async ({ input, context }) => {
      const { inFrame, outFrame, title, id } = input;
      const { actor } = context.call;
      return runInTransaction(room.db, async (trx) => {
        const session = await requirePrepared(trx, id);
        requireBounds(session, inFrame, outFrame);
        const moment = await markedMoment(room, session, { inFrame, outFrame, title, actor });
        await nameMoment(room, trx, moment, undefined, true);
        await recordChange(room, trx, 'moment.marked', moment, actor);
        return presentMoment(await requireMoment(trx, moment.id));
      });
    }),

    trim: os.trim.handler(async ({ input, context }) =>
      runInTransaction(room.db, async (trx) => {
        const { session, known } = await lockMoment(trx, input.id);
        requireBounds(session, input.inFrame, input.outFrame);
        const { inFrame, outFrame } = input;
        const moment = { ...known.moment, inFrame, outFrame, revision: known.moment.revision + 1 };
        await nameMoment(room, trx, moment, known, true);
        await recordChange(room, trx, 'moment.trimmed', moment, context.call.actor);
        return presentMoment(await requireMoment(trx, input.id));
      }),
    ),

    withdraw: os.withdraw.handler(async ({ input, context }) =>
      runInTransaction(room.db, async (trx) => {
        const { known } = await lockMoment(trx, input.id);
        if (known.moment.source.kind !== 'person') {
          throw problem('CONFLICT', 'This moment comes from the results, not from a mark by hand.', {
            remedy: 'It is withdrawn when the results withdraw its action.',
          });
        }
        await withdrawMoment(room, trx, known.moment, context.call.actor);
        return {};
      }),
    ),
  };
}

async function markedMoment(
  room: Room<Tables>,
  session: PreparedSession,
  { inFrame, outFrame, title, actor }: { inFrame: number; outFrame: number; title: string; actor: Actor },
): Promise<Moment> {
  const times = await frameTimesOf(room, session);
  const inEveryLanguage = Object.fromEntries(momentLanguages.map((language) => [language, title])) as Moment['title'];
  return {
    id: newId('moment'),
    session: session.id,
    unit: session.unit,
    discipline: session.discipline,
    action: 'MARK',
    actionId: null,
    importance: 3,
    state: 'named',
    revision: 1,
    at: new Date(session.starts_at.getTime() + (times[inFrame] ?? 0)).toISOString(),
    actionFrame: inFrame,
    inFrame,
    outFrame,
    title: inEveryLanguage,
    sentence: inEveryLanguage,
    unitName: {},
    athletes: [],
    organisations: [],
    source: { kind: 'person', user: describeActor(actor) },
  };
}

async function requirePrepared(trx: Transaction<Tables>, id: string): Promise<PreparedSession> {
  const session = await lockSession(trx, id);
  if (session === undefined) throw problem('NOT_FOUND', `There is no session ${id}.`);
  if (!isPrepared(session)) {
    throw problem('CONFLICT', `The recording ${session.file_name} is not ready yet.`, {
      remedy: 'Wait until it is prepared.',
    });
  }
  return session;
}

function requireBounds({ video, file_name }: PreparedSession, inFrame: number, outFrame: number): void {
  if (inFrame <= outFrame && outFrame < video.frameCount) return;
  throw problem(
    'INVALID_INPUT',
    `${inFrame}–${outFrame} is no range of ${file_name}, which has frames 0 to ${video.frameCount - 1}.`,
    {
      remedy: 'The first frame must not lie behind the last, and both must be in the recording.',
    },
  );
}

async function requireMoment(trx: Transaction<Tables>, id: string): Promise<StoredMoment> {
  const moment = await findMoment(trx, id);
  if (moment === undefined) throw problem('NOT_FOUND', `There is no moment ${id}.`);
  return moment;
}

/** A moment as it stands once no one else describes its session. */
async function lockMoment(
  trx: Transaction<Tables>,
  id: string,
): Promise<{ session: PreparedSession; known: StoredMoment }> {
  const session = await requirePrepared(trx, (await requireMoment(trx, id)).session);
  const known = await requireMoment(trx, id);
  if (known.state !== 'named') throw problem('CONFLICT', `The moment ${id} was withdrawn.`);
  return { session, known };
}
