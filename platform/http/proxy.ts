import { callHeader, problem, signCall } from '@altis/kernel';
import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problemBody } from './problem-reply.ts';

/** What was judged here, and means nothing at another address. */
const ownHeaders = new Set(['cookie', 'authorization', 'origin']);

export type Remote = {
  readonly name: string;
  /** Base URL of the process that runs the system. */
  readonly url: string;
  /** By which this process proves to that one who asks. */
  readonly callSecret: string;
};

/**
 * Hands `/api/<name>/…` on to the process that runs the system. Who asks was found out and checked here, and is said in a
 * signed header in place of the credentials; that process decides who may.
 */
export async function mountRemote(app: FastifyInstance, { name, url, callSecret }: Remote): Promise<void> {
  await app.register(httpProxy, {
    upstream: url,
    prefix: `/api/${name}`,
    rewritePrefix: `/api/${name}`,
    http2: false,
    config: { permission: 'by-contract' },
    replyOptions: {
      // The rest of the request's type is Fastify's own; `call` is what the host decorates every request with.
      rewriteRequestHeaders: (request, headers) => ({
        ...Object.fromEntries(Object.entries(headers).filter(([header]) => !ownHeaders.has(header))),
        [callHeader]: signCall((request as FastifyRequest).call, callSecret),
      }),
      onError: (reply) => {
        const message = `The system "${name}" runs in a process of its own, which does not answer.`;
        const remedy = 'It is tried again with the next request.';
        void reply.code(503).send(problemBody(problem('UNAVAILABLE', message, { remedy })));
      },
    },
  });
}
