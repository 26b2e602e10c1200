import { finished } from 'node:stream';
import type { FastifyInstance, FastifyReply } from '@altis/http';
import { problem } from '@altis/kernel';
import * as z from 'zod';
import { revisionsOf, type Revisions } from './live-events.ts';
import type { Live } from './open-live.ts';

const maxSnapshots = 20;
const heartbeatMs = 20_000;

const Query = z.object({
  snapshot: z
    .union([z.string(), z.array(z.string())])
    .transform((each) => [each].flat())
    .pipe(
      z
        .array(z.string().regex(/^[\w./+-]{1,80}(@[\w-]{1,40})?$/))
        .min(1)
        .max(maxSnapshots),
    ),
  since: z.string().max(1_000).optional(),
});

/**
 * `GET /api/results/stream?snapshot=units/<rsc>&snapshot=medals`: server-sent events (HTML Living Standard, clause 9.2).
 * A client says what it has by `snapshot=<name>@<revision>`, by the id of the last event in Last-Event-ID, or by `since`;
 * it is brought up to date and then told of each change, as `patch`, or as `reload` where that is shorter.
 */
export function mountStream(app: FastifyInstance, live: () => Live): void {
  const perAddress = new Map<string, number>();
  let open = 0;
  const heartbeat = setInterval(() => open > 0 && live().fanOut.tellAll(':\n\n'), heartbeatMs).unref();
  app.addHook('onClose', async () => clearInterval(heartbeat));

  const config = { permission: 'results.unit.read', isPublic: true };
  app.get('/api/results/stream', { config, helmet: false, exposeHeadRoute: false }, async (request, reply) => {
    const query = Query.safeParse(request.query);
    if (!query.success) {
      throw problem('INVALID_INPUT', `The stream needs 1 to ${maxSnapshots} snapshots such as ?snapshot=medals.`);
    }
    const asked = query.data.snapshot.map((each) => each.split('@', 2) as [string, string?]);
    const names = asked.map(([name]) => name);
    const { 'last-event-id': lastEventId } = request.headers;
    const told = revisionsOf(lastEventId?.toString() ?? query.data.since, names.length);
    const known: Revisions = asked.map(([, revision], index) => told[index] ?? revision);

    const leave = enter(request.ip);
    try {
      const stop = await live().fanOut.join(names, known, () => begin(reply));
      finished(reply.raw, () => {
        stop();
        leave();
      });
    } catch (error) {
      leave();
      throw error;
    }
    return reply;
  });

  function enter(address: string): () => void {
    const { limits, countOpen } = live();
    const own = perAddress.get(address) ?? 0;
    if (open >= limits.streams || own >= limits.streamsPerAddress) {
      throw problem('TOO_MANY_REQUESTS', `${own} streams are open to this address, ${open} in all.`, {
        remedy: 'Read the snapshots instead, and try the stream again later.',
        details: { retryAfterSeconds: 10 },
      });
    }
    perAddress.set(address, own + 1);
    countOpen((open += 1));
    return () => {
      countOpen((open -= 1));
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left === 0) perAddress.delete(address);
      else perAddress.set(address, left);
    };
  }
}

/** Begins the answer. It ends with the connection, so that what is written needs no frame of its own around each event. */
function begin(reply: FastifyReply): FastifyReply['raw'] {
  reply.hijack();
  const { raw } = reply;
  raw.useChunkedEncodingByDefault = false;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  raw.write('retry: 2000\n\n');
  return raw;
}
