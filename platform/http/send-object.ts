import { problem } from '@altis/kernel';
import type { ObjectId, ObjectStore } from '@altis/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type SendOptions = {
  readonly contentType: string;
  /** Another object may come to stand at this address: the browser asks each time whether it has the right one. */
  readonly mayChange?: boolean;
  /** Offers the file under this name instead of showing it. */
  readonly downloadName?: string;
};

/**
 * Sends a stored object, whole or the one range asked for (RFC 9110, clause 14). Objects never change, so they may be
 * kept for a year by the browser; not by caches in between, since who may see one is decided here.
 */
export async function sendObject(
  request: FastifyRequest,
  reply: FastifyReply,
  storage: ObjectStore,
  id: ObjectId,
  { contentType, downloadName, mayChange = false }: SendOptions,
): Promise<FastifyReply> {
  const stored = await storage.stat(id);
  if (stored === undefined) throw problem('NOT_FOUND', `The object ${id} is not kept here any more.`);
  const { sizeBytes } = stored;
  const etag = `"${id}"`;
  void reply
    .type(contentType)
    .header('accept-ranges', 'bytes')
    .header('etag', etag)
    .header('cache-control', mayChange ? 'private, no-cache' : 'private, max-age=31536000, immutable')
    .header('x-content-type-options', 'nosniff');
  if (downloadName !== undefined) {
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(downloadName)}`);
  }
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();

  // A range of what stood here before would not fit what the client has (If-Range: RFC 9110, clause 13.1.5).
  const { range: asked, 'if-range': ifRange } = request.headers;
  const range = ifRange === undefined || ifRange === etag ? readRange(asked, sizeBytes) : undefined;
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${sizeBytes}`).send();
  if (range === undefined) {
    void reply.header('content-length', sizeBytes);
    return reply.send(request.method === 'HEAD' ? undefined : await storage.read(id));
  }
  void reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${sizeBytes}`)
    .header('content-length', range.end - range.start + 1);
  return reply.send(request.method === 'HEAD' ? undefined : await storage.read(id, range));
}

/** One byte range with inclusive ends; several ranges or another unit are answered whole, as the RFC allows. */
export function readRange(
  header: string | undefined,
  sizeBytes: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (start >= sizeBytes || (last !== '' && Number(last) < start)) return 'unsatisfiable';
  return { start, end };
}
