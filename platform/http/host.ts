import type { Access } from '@altis/access';
import type { Changes } from '@altis/events';
import { anonymous, newId, withCall, type CallScope, type Log } from '@altis/kernel';
import type { HealthBoard, Metrics } from '@altis/observability';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { mountChanges } from './changes-route.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { createIdentification, type IdentificationOptions } from './identify.ts';
import { answerProblems } from './problem-reply.ts';
import { requireRunning } from './require-running.ts';
import { mountStatus } from './status-routes.ts';
import { mountUploads } from './uploads/mount-uploads.ts';
import { addressHoldsNul, unstorable } from './unstorable-text.ts';
import type { Uploads } from './uploads/open-uploads.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route: a declared permission, or `by-contract` where each oRPC route has its own. */
    permission?: string;
    /**
     * Whether everybody gets the same answer, from memory: nobody is identified, and nobody's requests are counted, since
     * that costs more than to answer. Only for what visitors may see.
     */
    isPublic?: boolean;
  }
  interface FastifyInstance {
    /** Every route mounted so far with its rule. */
    routeRules: readonly MountedRoute[];
  }
  interface FastifyRequest {
    call: CallScope;
    sessionId: string | undefined;
  }
}

export type MountedRoute = {
  readonly method: string;
  readonly url: string;
  readonly permission: string;
  readonly isPublic: boolean;
};

export type HostOptions = IdentificationOptions & {
  readonly log: Log;
  readonly access: Access;
  readonly metrics: Metrics;
  readonly health: HealthBoard;
  readonly changes: Changes;
  readonly uploads: Uploads;
  /** Largest body that is read whole before its route is asked, in bytes: the JSON of contract routes. */
  readonly bodyLimitBytes: number;
  /** How many reverse proxies stand in front, whose X-Forwarded-* are believed; what a client wrote before them is not. */
  readonly trustProxy: number;
  /** How long a client may take to send the head of a request. */
  readonly headTimeoutMs: number;
};

/** The HTTP server without its systems: security headers, limits, who-asks, errors, health, metrics, changes. */
export async function createHost(options: HostOptions): Promise<FastifyInstance> {
  const { access, bodyLimitBytes, headTimeoutMs, health, log, metrics, trustProxy } = options;
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    trustProxy: trustProxy > 0 && ((_address, hop) => hop < trustProxy),
    routerOptions: { maxParamLength: 300 },
    // Slow senders are cut off; long uploads send data all the while.
    requestTimeout: 0,
    connectionTimeout: 120_000,
    forceCloseConnections: true,
    http: { headersTimeout: headTimeoutMs, connectionsCheckingInterval: Math.ceil(headTimeoutMs / 4) },
  });
  answerProblems(app, log);
  await app.register(helmet, { contentSecurityPolicy, crossOriginEmbedderPolicy: false, hsts: false });

  const routeRules: MountedRoute[] = [];
  app.decorate('routeRules', routeRules);
  app.addHook('onRoute', ({ method, url, config }) => {
    const permission = config?.permission;
    if (permission === undefined)
      throw new Error(`The route ${String(method)} ${url} has no rule (config.permission).`);
    if (permission !== 'by-contract') access.assertDeclared(permission, `${String(method)} ${url}`);
    const isPublic = config?.isPublic === true;
    if (isPublic && !access.may(anonymous, permission))
      throw new Error(`The route ${String(method)} ${url} is public, but "${permission}" is not for visitors.`);
    routeRules.push(...[method].flat().map((each) => ({ method: each, url, permission, isPublic })));
  });

  const identify = createIdentification(options);
  app.decorateRequest('call');
  app.decorateRequest('sessionId');
  app.addHook('onRequest', async (request, reply) => {
    if (addressHoldsNul(request.url)) throw unstorable();
    const { config, url } = request.routeOptions;
    if (config.isPublic === true) {
      request.call = { actor: anonymous, requestId: newId('request') };
      requireRunning(health, url);
      return;
    }
    const { call, sessionId } = await identify(request);
    request.call = call;
    request.sessionId = sessionId;
    reply.header('x-request-id', call.requestId);
    // Before the body is read: nobody sends much to a route that is not theirs.
    requireRunning(health, url);
    const { permission } = config;
    if (permission !== undefined && permission !== 'by-contract') access.require(call.actor, permission);
  });
  // From here on the call travels with everything that the handler does.
  app.addHook('preHandler', (request, _reply, done) => withCall(request.call, done));
  countRequests(app, metrics);

  mountStatus(app, { health, metrics });
  mountChanges(app, options.changes);
  mountUploads(app, options.uploads, log);
  return app;
}

function countRequests(app: FastifyInstance, metrics: Metrics): void {
  const seconds = metrics.histogram('altis_http_request_seconds', 'Time to answer, by route and status class', [
    'route',
    'status',
  ]);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ route, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000);
  });
}
