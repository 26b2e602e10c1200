import { once } from 'node:events';
import type { Changes } from '@altis/events';
import { problem } from '@altis/kernel';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

const maxTopics = 50;
const heartbeatMs = 20_000;

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
  app.get('/changes', { config: { permission: 'platform.changes.read' } }, async (request, reply) => {
    const query = Query.safeParse(request.query);
    if (!query.success) {
      throw problem('INVALID_INPUT', `/changes needs 1 to ${maxTopics} topics such as ?topic=results.units.`);
    }
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 2000\n\n');
    const stop = changes.subscribe(query.data.topic, (topic) => stream.write(`event: changed\ndata: ${topic}\n\n`));
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), heartbeatMs);
    await once(stream, 'close');
    clearInterval(heartbeat);
    stop();
  });
}
