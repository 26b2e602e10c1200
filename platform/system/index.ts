export { defineSystem, type System, type SystemDefinition } from './define-system.ts';
export { inScratchFolder } from './in-scratch-folder.ts';
export { openPlatform, type Platform, type PlatformOptions } from './open-platform.ts';
export { platformRoutes } from './platform-routes.ts';
export type { Room } from './room.ts';
export {
  databaseConfig,
  eventsConfig,
  mediaConfig,
  serverConfig,
  storageConfig,
  uploadsConfig,
} from './server-config.ts';
export { startSystem, type StartedSystem } from './start-system.ts';
