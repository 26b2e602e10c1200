import { runInTransaction, type Transaction } from '@altis/database';
import { announce } from '@altis/events';
import { implementContract, type RouteContext } from '@altis/http';
import { newId, problem } from '@altis/kernel';
import type { Room } from '@altis/system';
import { mediaDescription } from '../contract/index.ts';
import { describeUnit } from '../describe/describe-unit.ts';
import { listMoments } from '../store/moments.ts';
import {
  addSession,
  findSession,
  listSessions,
  lockSession,
  moveSession,
  type StoredSession,
} from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';
import { presentMoments } from './present-moment.ts';
import { presentSession } from './present-session.ts';

const os = implementContract(mediaDescription.contract).sessions;

export function sessionRoutes(room: Room<Tables>) {
  return {
    list: os.list.handler(async ({ input }) => {
      const sessions = await listSessions(room.db, input.limit);
      return { items: await Promise.all(sessions.map((session) => presentSession(room, session))) };
    }),

    create: os.create.handler(async ({ input }) => {
      const upload = await room.uploads.find(input.upload);
      const discipline = input.unit.slice(0, 3);
      const session = await runInTransaction(room.db, async (trx) => {
        const id = newId('session');
        const title = input.title ?? upload.fileName;
        const job = await room.jobs.enqueue(trx, 'prepare-session', { session: id }, { title, key: id, priority: 10 });
        await announce(trx, 'media-description.sessions');
        return addSession(trx, {
          id,
          unit: input.unit,
          discipline,
          title,
          file_name: upload.fileName,
          original: upload.object,
          starts_at: new Date(input.startsAt),
          job,
        });
      });
      return presentSession(room, session);
    }),

    read: os.read.handler(async ({ input }) => presentSession(room, await requireSession(room, input.id))),

    shift: os.shift.handler(async ({ input, context }) => {
      await requireSession(room, input.id);
      const moved = await runInTransaction(room.db, async (trx) => {
        await lockSession(trx, input.id);
        const session = await moveSession(trx, input.id, new Date(input.startsAt).toISOString());
        await describeUnit(room, trx, session);
        await announce(trx, 'media-description.sessions');
        await announce(trx, `media-description.session.${session.id}`);
        await recordShift(room, trx, session, context);
        return session;
      });
      return presentSession(room, moved);
    }),

    moments: os.moments.handler(async ({ input }) => {
      await requireSession(room, input.id);
      return { items: await presentMoments(room.jobs, await listMoments(room.db, input.id, input.withdrawn)) };
    }),
  };
}

/** The session, or the problem that there is none. */
export async function requireSession(room: Room<Tables>, id: string): Promise<StoredSession> {
  const session = await findSession(room.db, id);
  if (session === undefined) throw problem('NOT_FOUND', `There is no session ${id}.`);
  return session;
}

async function recordShift(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  { id, starts_at }: StoredSession,
  { call }: RouteContext,
): Promise<void> {
  await room.audit.record(trx, {
    actor: call.actor,
    action: 'session.shifted',
    subject: { kind: 'session', id },
    details: { startsAt: starts_at.toISOString() },
  });
}
