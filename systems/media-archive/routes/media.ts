import { extname } from 'node:path';
import { sendObject, type FastifyInstance } from '@altis/http';
import { problem } from '@altis/kernel';
import { isObjectId } from '@altis/storage';
import type { Room } from '@altis/system';
import type { ShownItem } from '../domain/item.ts';
import type { Tables } from '../store/tables.ts';
import { requireItem } from './items.ts';

const config = { permission: 'media-archive.item.read' };

type Sent = { readonly object: string | null; readonly contentType: string; readonly downloadName?: string };
type Request = { Params: { id: string }; Querystring: { download?: string } };

/**
 * The media of items, with byte ranges. Addresses end in `?v=<version>` where pages use them, since browsers keep what they
 * got; `?download` offers a file instead of showing it.
 */
export function mediaRoutes(app: FastifyInstance, room: Room<Tables>): void {
  const serve = (name: string, choose: (item: ShownItem) => Sent): void => {
    app.get<Request>(`/api/media-archive/items/:id/${name}`, { config }, async (request, reply) => {
      const { object, contentType, downloadName } = choose(await requireItem(room, request.params.id));
      if (object === null || !isObjectId(object)) {
        throw problem('NOT_FOUND', `This item has no ${name}.`, { remedy: 'It may still be being made.' });
      }
      const asFile = request.query.download !== undefined && downloadName !== undefined;
      return sendObject(request, reply, room.storage, object, { contentType, ...(asFile ? { downloadName } : {}) });
    });
  };

  serve('media.mp4', (item) => ({
    object: item.media.media,
    contentType: 'video/mp4',
    downloadName: `${titleOf(item)}.mp4`,
  }));
  serve('original', (item) => ({
    object: item.media.original,
    contentType: videoTypes[extname(item.fileName).toLowerCase()] ?? 'application/octet-stream',
    downloadName: item.kind === 'clip' ? `${titleOf(item)}.mp4` : item.fileName,
  }));
  serve('poster.jpg', ({ media }) => ({ object: media.poster, contentType: 'image/jpeg' }));
  serve('storyboard.jpg', ({ media }) => ({ object: media.storyboard, contentType: 'image/jpeg' }));
  serve('frame-times', ({ media }) => ({ object: media.frameTimes, contentType: 'application/json' }));
}

/** Media types of containers (IANA registry; Matroska by RFC 9559). Others are offered as bytes. */
const videoTypes: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.mkv': 'video/matroska',
  '.webm': 'video/webm',
  '.ts': 'video/mp2t',
  '.m2ts': 'video/mp2t',
  '.mts': 'video/mp2t',
  '.mxf': 'application/mxf',
};

/** The title as a file name that every file system takes. */
function titleOf({ facts, id }: ShownItem): string {
  const title = facts.title['en'] ?? facts.title['und'] ?? id;
  return (
    title
      .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
      .trim()
      .slice(0, 120) || id
  );
}
