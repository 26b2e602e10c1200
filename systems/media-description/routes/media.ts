import { sendObject, type FastifyInstance, type FastifyReply, type FastifyRequest } from '@altis/http';
import { problem } from '@altis/kernel';
import type { ObjectId } from '@altis/storage';
import type { Room } from '@altis/system';
import { frameTimesOf } from '../describe/footage.ts';
import { findMoment } from '../store/moments.ts';
import { isPrepared, type PreparedSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';
import { requireSession } from './sessions.ts';

const base = '/api/media-description';
const config = { permission: 'media-description.session.read' };
type ById = { Params: { id: string } };

/** The media of sessions and moments, with byte ranges, for players. */
export function mediaRoutes(app: FastifyInstance, room: Room<Tables>): void {
  const sessionMedia = (name: string, contentType: string, object: (session: PreparedSession) => ObjectId): void => {
    app.get<ById>(`${base}/sessions/:id/${name}`, { config }, async (request, reply) => {
      const session = await requirePrepared(room, request.params.id);
      return sendObject(request, reply, room.storage, object(session), { contentType });
    });
  };
  sessionMedia('proxy.mp4', 'video/mp4', ({ video }) => video.proxy);
  sessionMedia('poster.jpg', 'image/jpeg', ({ video }) => video.poster);
  sessionMedia('storyboard.jpg', 'image/jpeg', ({ video }) => video.storyboard);

  app.get<ById>(`${base}/sessions/:id/frame-times`, { config }, async (request, reply) => {
    const session = await requirePrepared(room, request.params.id);
    void reply.header('cache-control', 'private, max-age=31536000, immutable');
    return frameTimesOf(room, session);
  });

  app.get<ById>(`${base}/moments/:id/clip.mp4`, { config }, async (request, reply) =>
    sendClip(room, request, reply, 'video/mp4', (clip) => clip.object),
  );
  app.get<ById>(`${base}/moments/:id/poster.jpg`, { config }, async (request, reply) =>
    sendClip(room, request, reply, 'image/jpeg', (clip) => clip.poster),
  );
}

async function requirePrepared(room: Room<Tables>, id: string): Promise<PreparedSession> {
  const session = await requireSession(room, id);
  if (!isPrepared(session)) throw problem('CONFLICT', `The recording ${session.file_name} is not ready yet.`);
  return session;
}

async function sendClip(
  room: Room<Tables>,
  request: FastifyRequest<ById>,
  reply: FastifyReply,
  contentType: string,
  object: (clip: { object: string; poster: string }) => string,
): Promise<FastifyReply> {
  const found = await findMoment(room.db, request.params.id);
  if (found === undefined || found.clip === null || found.state !== 'named') {
    throw problem('NOT_FOUND', `There is no clip of a moment ${request.params.id}.`, {
      remedy: 'It is being cut, or its moment was withdrawn.',
    });
  }
  const options = { contentType, mayChange: true };
  return sendObject(request, reply, room.storage, object(found.clip) as ObjectId, options);
}
