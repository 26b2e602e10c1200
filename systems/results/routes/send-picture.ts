import { isNotModified, type FastifyInstance } from '@altis/http';
import { problem } from '@altis/kernel';
import { findPictures } from '../store/documents.ts';
import { findMessage } from '../store/find-messages.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { keepPictures } from './keep-pictures.ts';

/** Where a picture of a message is. */
export function pictureAddress(message: string, index: number): string {
  return `/api/results/pictures/${message}/${index}`;
}

/** `GET /api/results/pictures/{message}/{index}`: a picture of a DT_IMAGE that holds, out of the kept message. */
export function mountPictures(app: FastifyInstance, { db, storage }: ResultsRoom): void {
  const config = { permission: 'results.unit.read' };
  const kept = keepPictures(storage);
  app.get<{ Params: { message: string; index: string } }>(
    '/api/results/pictures/:message/:index',
    { config },
    async (request, reply) => {
      const { message, index } = request.params;
      const facts = (await findPictures(db, message)).find((picture) => String(picture.index) === index);
      const found = facts?.mediaType ? await findMessage(db, message) : undefined;
      if (facts === undefined || found === undefined) {
        throw problem('NOT_FOUND', 'There is no such picture.', { remedy: 'A newer message may have replaced it.' });
      }
      const etag = `"${message}-${index}"`;
      void reply.header('etag', etag).header('cache-control', 'public, max-age=3600');
      if (isNotModified(request.headers, etag, undefined)) return reply.code(304).send();
      const bytes = await kept(found.object, facts.index);
      return reply
        .type(facts.mediaType ?? '')
        .header('x-content-type-options', 'nosniff')
        .send(bytes);
    },
  );
}
