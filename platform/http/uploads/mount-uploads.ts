import { currentCall, describeActor, Problem, problem, withCall, type Log } from '@altis/kernel';
import { Server } from '@tus/server';
import type { FastifyInstance } from 'fastify';
import { newUploadId, type Uploads } from './open-uploads.ts';

const path = '/uploads';

/**
 * Resumable uploads by tus 1.0.0 (tus.io) at `/uploads`. Only the sender of an upload may go on with it. When the last
 * byte is acknowledged, the file is in the object store and its id can be handed to a system.
 */
export function mountUploads(app: FastifyInstance, uploads: Uploads, log: Log): void {
  const server = new Server({
    path,
    datastore: uploads.files,
    maxSize: uploads.maxBytes,
    relativeLocation: true,
    // A browser of another site must not send here; our own pages need no CORS.
    allowedOrigins: () => false,
    namingFunction: newUploadId,
    onIncomingRequest: async (_request, id) => {
      const upload = await uploads.files.describe(id);
      if (upload !== undefined && upload.owner !== describeActor(currentCall().actor)) {
        throw problem('FORBIDDEN', 'This upload belongs to somebody else.');
      }
    },
    onUploadFinish: async (_request, upload) => {
      await uploads.finish(upload.id);
      return {};
    },
    onResponseError: (_request, error) => {
      if (error instanceof Problem)
        return { status_code: error.status, body: `${error.message} ${error.remedy ?? ''}\n` };
      // The protocol's own refusals are plain objects; anything else is ours to look into.
      if (!(error instanceof Error)) return undefined;
      const { requestId } = currentCall();
      log.error({ error, route: path, request: requestId }, 'An upload failed');
      return { status_code: 500, body: `Something went wrong here. The log has the details under ${requestId}.\n` };
    },
  });

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    for (const url of [path, `${path}/*`]) {
      scope.route({
        method: ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'],
        url,
        bodyLimit: Number.MAX_SAFE_INTEGER,
        config: { permission: 'platform.uploads.create' },
        handler: async (request, reply) => {
          reply.hijack();
          await withCall(request.call, () => server.handle(request.raw, reply.raw));
        },
      });
    }
  });
}
