import type { Access } from '@altis/access';
import { enforceRule, problem, withCall, type Log, type Published } from '@altis/kernel';
import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { onError, ORPCError, type Router } from '@orpc/server';
import type { FastifyInstance } from 'fastify';
import { assertRulesDeclared, type RouteContext } from './implement-contract.ts';
import { setRetryAfter } from './problem-reply.ts';

/** A system's handlers, as `implementContract(contract).router({ … })` makes them. */
export type SystemRouter = Router<AnyContractRouter, RouteContext>;

/**
 * Answers `/api/<name>/…` by the system's handlers. Each route's own rule is asked first.
 * @throws Error for a route without a rule, or with one that no system declares.
 */
export async function mountContract(
  app: FastifyInstance,
  { name, contract }: Published<AnyContractRouter>,
  router: SystemRouter,
  { access, log }: { access: Access; log: Log },
): Promise<void> {
  assertRulesDeclared(name, contract, access);
  const handler = new OpenAPIHandler<RouteContext>(router, {
    clientInterceptors: [enforceRule],
    interceptors: [
      onError((error, { context }) => {
        if (error instanceof ORPCError)
          setRetryAfter(error.data, (header, value) => context.http?.setHeader(header, value));
        logUnexpected(error, name, log);
      }),
    ],
  });
  await app.register(async (scope) => {
    // oRPC reads the body itself, by the contract.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined));
    scope.all(`/api/${name}/*`, { config: { permission: 'by-contract' } }, async (request, reply) => {
      const context: RouteContext = {
        call: request.call,
        may: access.may,
        http: {
          headers: request.headers,
          remoteAddress: request.ip,
          host: request.host,
          secure: request.protocol === 'https',
          sessionId: request.sessionId,
          setHeader: (header, value) => void reply.header(header, value),
        },
      };
      const { matched } = await withCall(request.call, () =>
        handler.handle(request, reply, { prefix: `/api/${name}`, context }),
      );
      if (!matched)
        throw problem('NOT_FOUND', `${request.method} ${request.url.split('?')[0] ?? ''} is no route of ${name}.`);
    });
  });
}

/** Answers everything of a system that did not start with 503 and its reason. */
export function mountFailure(app: FastifyInstance, name: string, reason: string): void {
  app.all(`/api/${name}/*`, { config: { permission: 'by-contract' } }, async () => {
    throw problem('UNAVAILABLE', `The system "${name}" did not start: ${reason}`, {
      remedy: 'Correct the cause and start again; the other systems go on.',
    });
  });
}

function logUnexpected(error: unknown, system: string, log: Log): void {
  if (error instanceof ORPCError && error.status < 500) return;
  log.error({ error, system }, 'A route failed');
}
