import { isNotModified, type FastifyInstance, type FastifyReply, type FastifyRequest } from '@altis/http';
import { failedWith, problem } from '@altis/kernel';
import type { Live } from './open-live.ts';
import { encodeSnapshot, encodingFor, type Encoding, type Snapshot } from './snapshot.ts';
import { acceptedEncoding, etagOf, lastModifiedMs } from './validators.ts';

/**
 * A cache in front may give an answer for a second, and five more while it asks for the next one; and for five minutes
 * when this server does not answer (RFC 9111, clause 5.2.2; RFC 5861).
 */
const cacheControl = 'public, max-age=1, s-maxage=1, stale-while-revalidate=5, stale-if-error=300';

/**
 * `GET /api/results/snapshots/<name>.json`: `{ revision, data }`, where the data is what the contract's route answers.
 * The same for everybody, with validators, so that any HTTP cache can stand in front.
 */
export function mountSnapshots(app: FastifyInstance, live: () => Live): void {
  const encodings = new Map<string | undefined, Encoding>();
  const config = { permission: 'results.unit.read', isPublic: true };
  app.get<{ Params: { '*': string } }>(
    '/api/results/snapshots/*',
    { config, helmet: false },
    async (request, reply) => {
      try {
        const snapshot = await live().snapshots.ask(nameOf(request.params['*']));
        const encoding = encodingFor(snapshot, encodingOf(request.headers['accept-encoding']));
        const bytes = snapshot.encoded[encoding] ?? (await encodeSnapshot(snapshot, encoding));
        return send(snapshot, encoding, bytes, request, reply);
      } catch (error) {
        // That there is no such thing may be kept for a second, too.
        if (failedWith(error, 'NOT_FOUND')) void reply.header('cache-control', 'public, max-age=1');
        throw error;
      }
    },
  );

  /** Browsers and caches send a handful of these; whoever sends many pays for reading each anew. */
  function encodingOf(header: string | undefined): Encoding {
    const known = encodings.get(header);
    if (known !== undefined) return known;
    const encoding = acceptedEncoding(header);
    if (encodings.size < 100) encodings.set(header, encoding);
    return encoding;
  }

  /** Past Fastify's own way of answering, which costs as much again as everything here. */
  function send(
    snapshot: Snapshot,
    encoding: Encoding,
    bytes: Buffer,
    { method, headers }: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const etag = etagOf(snapshot, encoding);
    const modifiedMs = lastModifiedMs(snapshot, live().now());
    const about = [
      ['etag', etag],
      ['cache-control', cacheControl],
      ['vary', 'Accept-Encoding'],
      ...(modifiedMs === undefined ? [] : [['last-modified', new Date(modifiedMs).toUTCString()]]),
    ].flat();
    reply.hijack();
    if (isNotModified(headers, etag, modifiedMs)) {
      reply.raw.writeHead(304, about).end();
      return reply;
    }
    const ofBody = [
      ['content-type', 'application/json; charset=utf-8'],
      ['content-length', String(bytes.byteLength)],
      ['x-content-type-options', 'nosniff'],
      ...(encoding === 'identity' ? [] : [['content-encoding', encoding]]),
    ].flat();
    reply.raw.writeHead(200, [...about, ...ofBody]).end(method === 'HEAD' ? undefined : bytes);
    return reply;
  }
}

function nameOf(file: string): string {
  if (file.endsWith('.json')) return file.slice(0, -'.json'.length);
  throw problem('NOT_FOUND', `There is no snapshot "${file.slice(0, 60)}".`, { remedy: 'Their names end in .json.' });
}
