import { problem, type Problem } from '@altis/kernel';
import type { HealthBoard } from '@altis/observability';
import type { FastifyInstance } from 'fastify';

/**
 * Throws UNAVAILABLE with the reason when the route `/api/<system>/…` is of a system that does not run, even if its routes
 * were mounted before it failed. What is no system's is let through.
 */
export function requireRunning(health: HealthBoard, url: string | undefined): void {
  const name = /^\/api\/([^/]+)\//.exec(url ?? '')?.[1];
  const found = name === undefined ? undefined : health.get(name);
  if (found === undefined || found.state === 'ok' || found.state === 'remote') return;
  throw didNotStart(found.system, found.reason ?? `it is ${found.state}`);
}

/** Answers everything of a system that mounted no route of its own with 503 and its reason. */
export function mountFailure(app: FastifyInstance, name: string, reason: string): void {
  app.all(`/api/${name}/*`, { config: { permission: 'by-contract' } }, async () => {
    throw didNotStart(name, reason);
  });
}

function didNotStart(name: string, reason: string): Problem {
  return problem('UNAVAILABLE', `The system "${name}" did not start: ${reason}`, {
    remedy: 'Correct the cause and start again; the other systems go on.',
  });
}
