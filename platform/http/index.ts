export { createHost, type HostOptions, type MountedRoute } from './host.ts';
export {
  implementContract,
  listRoutes,
  type HttpExchange,
  type RouteContext,
  type RouteRule,
} from './implement-contract.ts';
export { isNotModified } from './is-not-modified.ts';
export { listen } from './listen.ts';
export { mountContract, type SystemRouter } from './mount-contract.ts';
export { mountOpenApi } from './openapi.ts';
export { mountRemote } from './proxy.ts';
export { mountFailure } from './require-running.ts';
export { sendObject, type SendOptions } from './send-object.ts';
export { mountWeb } from './static-web.ts';
export { takeTurns } from './take-turns.ts';
export type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
export { mountUploads } from './uploads/mount-uploads.ts';
export { openUploads, type FinishedUpload, type UploadOptions, type Uploads } from './uploads/open-uploads.ts';
