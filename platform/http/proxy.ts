import { problem } from '@altis/kernel';
import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import { problemBody } from './problem-reply.ts';

/** Hands `/api/<name>/…` on to the process that runs the system, cookies and all: that process decides who may. */
export async function mountRemote(app: FastifyInstance, name: string, url: string): Promise<void> {
  await app.register(httpProxy, {
    upstream: url,
    prefix: `/api/${name}`,
    rewritePrefix: `/api/${name}`,
    http2: false,
    config: { permission: 'by-contract' },
    replyOptions: {
      onError: (reply) => {
        const message = `The system "${name}" runs in a process of its own, which does not answer.`;
        const remedy = 'It is tried again with the next request.';
        void reply.code(503).send(problemBody(problem('UNAVAILABLE', message, { remedy })));
      },
    },
  });
}
