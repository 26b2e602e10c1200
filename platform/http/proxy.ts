import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';

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
        void reply.code(503).send({
          code: 'UNAVAILABLE',
          message: `The system "${name}" runs in a process of its own, which does not answer.`,
          remedy: 'It is tried again with the next request.',
        });
      },
    },
  });
}
