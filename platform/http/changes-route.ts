import { once } from 'node:events';
import type { Changes } from '@altis/events';
import { problem } from '@altis/kernel';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

const maxTopics = 50;
const heartbeatMs = 20_000;
/** Of one account, or where there is none, of one address. */
const maxConnections = 20;
/** A client that leaves this much unread is gone; it fetches anew when it comes back. */
const maxUnreadBytes = 256 * 1024;

const Query = z.object({
  topic: z
    .union([z.string(), z.array(z.string())])
    .transform((topic) => [topic].flat())
    .pipe(
      z
        .array(z.string().regex(/^[\w.:+-]{1,160}$/))
        .min(1)
        .max(maxTopics),
    ),
});

/**
 * `GET /changes?topic=a&topic=b`: server-sent events (HTML Living Standard, clause 9.2); `event: changed` with the topic
 * as data whenever something behind it changed. It tells that, never what: pages fetch under their own rights.
 */
export function mountChanges(app: FastifyInstance, changes: Changes): void {
  const open = new Map<string, number>();
  app.get('/changes', { config: { permission: 'platform.changes.read' } }, async (request, reply) => {
    const query = Query.safeParse(request.query);
    if (!query.success) {
      throw problem('INVALID_INPUT', `/changes needs 1 to ${maxTopics} topics such as ?topic=results.units.`);
    }
    const { actor } = request.call;
    const caller = actor.kind === 'user' ? actor.id : request.ip;
    const connections = open.get(caller) ?? 0;
    if (connections >= maxConnections) {
      throw problem('TOO_MANY_REQUESTS', `${maxConnections} connections to /changes are open already.`, {
        remedy: 'Close pages that are not used.',
      });
    }
    if (reply.raw.destroyed) return reply.hijack();
    open.set(caller, connections + 1);
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const send = (text: string): void => {
      if (stream.writableLength > maxUnreadBytes) stream.destroy();
      else stream.write(text);
    };
    send('retry: 2000\n\n');
    const stop = changes.subscribe(query.data.topic, (topic) => send(`event: changed\ndata: ${topic}\n\n`));
    const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
    try {
      await once(stream, 'close');
    } catch {
      // A connection that broke is a client that left.
    } finally {
      clearInterval(heartbeat);
      stop();
      const left = (open.get(caller) ?? 1) - 1;
      if (left === 0) open.delete(caller);
      else open.set(caller, left);
    }
  });
}
