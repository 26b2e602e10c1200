import type { HealthBoard, Metrics } from '@altis/observability';
import type { FastifyInstance } from 'fastify';

/** `/health` (which systems run, and why one does not) and `/metrics` (Prometheus). */
export function mountStatus(
  app: FastifyInstance,
  { health, metrics }: { health: HealthBoard; metrics: Metrics },
): void {
  app.get('/health', { config: { permission: 'platform.systems.read' } }, async (_request, reply) => {
    const systems = health.list();
    const ok = systems.every(({ state }) => state !== 'failed');
    return reply.header('cache-control', 'no-store').send({ status: ok ? 'ok' : 'degraded', systems });
  });

  app.get('/metrics', { config: { permission: 'platform.metrics.read' } }, async (_request, reply) => {
    const { contentType, body } = await metrics.render();
    return reply.type(contentType).send(body);
  });
}
