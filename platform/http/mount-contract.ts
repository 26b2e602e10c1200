import type { Access } from '@altis/access';
import { enforceRule, problem, withCall, type Log, type Published } from '@altis/kernel';
import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError, type Router } from '@orpc/server';
import type { FastifyInstance } from 'fastify';
import { assertRulesDeclared, type RouteContext } from './implement-contract.ts';
import { setRetryAfter } from './problem-reply.ts';
import { holdsUnstorable, unstorable } from './unstorable-text.ts';

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
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          throw tellable(error, context, name, log);
        }
      },
    ],
  });
  await app.register(async (scope) => {
    takeJson(scope);
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

/** Bodies are JSON, read by Fastify so that its limit holds; the contract judges what they say. */
function takeJson(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    // Clients may name the type of a body that they then leave out.
    if (text === '') return done(null, undefined);
    return parse(request, text, (error, body) => {
      if (error === null && text.includes('\\u') && holdsUnstorable(body)) done(unstorable(), undefined);
      else done(error, body);
    });
  });
}

/** The error as the caller hears it. What they cannot act on is logged and not told. */
function tellable(error: unknown, { call, http }: RouteContext, system: string, log: Log): unknown {
  if (error instanceof ORPCError && error.status < 500) {
    setRetryAfter(error.data, (header, value) => http?.setHeader(header, value));
    return error;
  }
  log.error({ error, system, request: call.requestId }, 'A route failed');
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
  const data = { remedy: `The log has the details under ${call.requestId}.` };
  return new ORPCError('INTERNAL', { status: 500, message: 'Something went wrong here.', data });
}
