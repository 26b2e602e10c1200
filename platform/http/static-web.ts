import { problem } from '@altis/kernel';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built pages; every path that is neither file nor API is the application itself, which routes in the browser. */
export async function mountWeb(app: FastifyInstance, directory: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    serve: false,
    cacheControl: false,
  });
  app.get('/assets/*', { config: { permission: 'platform.systems.read' } }, async (request, reply) => {
    const { '*': path } = request.params as { '*': string };
    return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(`assets/${path}`);
  });
  app.get('/*', { config: { permission: 'platform.systems.read' } }, async (request, reply) => {
    const { '*': path } = request.params as { '*': string };
    if (path.startsWith('api/')) throw problem('NOT_FOUND', `/${path} is no route of this server.`);
    void reply.header('cache-control', 'no-cache');
    return /^[\w-]+\.\w+$/.test(path) ? reply.sendFile(path) : reply.sendFile('index.html');
  });
}
