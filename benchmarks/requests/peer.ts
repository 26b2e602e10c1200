import { fastify } from 'fastify';
import * as z from 'zod';

/*
 * The peer, in a process of its own: Fastify with nothing around it, answering each path with a body that it was given,
 * JSON as an object that it writes out anew for each request.
 */
const Answers = z.array(z.object({ path: z.string(), type: z.string(), body: z.string() }));

process.once('message', (message) => {
  const app = fastify();
  for (const { path, type, body } of Answers.parse(message)) {
    const answer: unknown = type.startsWith('application/json') ? JSON.parse(body) : body;
    app.get(path, (_request, reply) => reply.type(type).send(answer));
  }
  void app.listen({ host: '127.0.0.1', port: 0 }).then((url) => process.send?.(url));
});
process.once('disconnect', () => process.exit(0));
