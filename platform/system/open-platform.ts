import { join } from 'node:path';
import { createAccess, platformPermissions, type Access, type AccessSource } from '@altis/access';
import { openAudit, type Audit } from '@altis/audit';
import { dataConfig, type Config } from '@altis/config';
import { startDatabaseServer, type DatabaseServer } from '@altis/database';
import { openChanges, openEventBus, type Changes, type EventBus } from '@altis/events';
import { openUploads, type Uploads } from '@altis/http';
import { identityConfig, openIdentity, type Identity } from '@altis/identity';
import { openJobQueue, type JobQueue } from '@altis/jobs';
import { createDirectory, type Directory, type Log } from '@altis/kernel';
import { openMedia, type Media } from '@altis/media';
import {
  createHealthBoard,
  createMetrics,
  runStopSteps,
  type HealthBoard,
  type Metrics,
  type StopStep,
} from '@altis/observability';
import { openStorage, type ObjectStore } from '@altis/storage';
import { keepCallSecret } from './call-secret.ts';
import {
  databaseConfig,
  eventsConfig,
  mediaConfig,
  serverConfig,
  storageConfig,
  uploadsConfig,
} from './server-config.ts';

/** Everything that systems stand on, opened in order. */
export type Platform = {
  readonly config: Config;
  readonly log: Log;
  readonly callSecret: string;
  readonly server: DatabaseServer;
  readonly storage: ObjectStore;
  readonly uploads: Uploads;
  readonly events: EventBus;
  readonly changes: Changes;
  readonly jobs: JobQueue;
  readonly media: Media;
  readonly audit: Audit;
  readonly identity: Identity;
  readonly access: Access;
  readonly directory: Directory;
  readonly metrics: Metrics;
  readonly health: HealthBoard;
  /** Ends what runs by itself and uses the systems' databases: jobs, then events. To be run before those are closed. */
  readonly workSteps: readonly StopStep[];
  /** Closes all else, in order; to be run last. */
  readonly closeSteps: readonly StopStep[];
};

export type PlatformOptions = {
  readonly config: Config;
  readonly log: Log;
  /** What the systems declare, also of those that run in other processes: a session's rights cover all. */
  readonly permissions: readonly AccessSource[];
  /** Base URL of the process that runs a system, by name. */
  readonly remote: ReadonlyMap<string, string>;
  /** Whether to use the embedded database of another process with the same data folder. */
  readonly joinDatabase?: boolean;
};

/** Opens the platform. When a part cannot be opened, those before it are closed again and the problem is thrown. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { config, log, permissions, remote, joinDatabase } = options;
  const workSteps: StopStep[] = [];
  const closeSteps: StopStep[] = [];
  const closing = <Part>(name: string, part: Part, stop: (part: Part) => Promise<void>): Part => {
    closeSteps.unshift({ name, stop: () => stop(part) });
    return part;
  };
  try {
    const { directory: dataDirectory } = config.section(dataConfig);
    const access = createAccess([{ system: 'platform', permissions: platformPermissions }, ...permissions]);
    const callSecret = config.section(serverConfig).callSecret ?? (await keepCallSecret(dataDirectory));
    const server = closing(
      'database',
      await startDatabaseServer({
        ...urlOf(config),
        directory: join(dataDirectory, 'database'),
        join: joinDatabase,
        log,
      }),
      (part) => part.stop(),
    );
    const storage = await openObjects(config, dataDirectory);
    const natsUrl = config.section(eventsConfig).natsUrl;
    const events = await openEventBus({ server, natsUrl, log });
    workSteps.unshift({ name: 'events', stop: () => events.close() });
    const changes = closing('changes', await openChanges(server, log), (part) => part.close());
    const audit = closing('audit', await openAudit({ server, log }), (part) => part.close());
    const identity = closing(
      'identity',
      await openIdentity({
        server,
        settings: config.section(identityConfig),
        journal: audit,
        permissionsOf: access.permissionsOf,
        log,
      }),
      (part) => part.close(),
    );
    const uploads = closing(
      'uploads',
      await openUploads({
        server,
        storage,
        directory: join(dataDirectory, 'uploads'),
        maxBytes: config.section(uploadsConfig).maxBytes,
        log,
      }),
      (part) => part.close(),
    );
    const media = closing('media', openMedia({ log, workers: config.section(mediaConfig).workers }), (part) =>
      part.close(),
    );
    const jobs = await openJobQueue({ server, log });
    workSteps.unshift({ name: 'jobs', stop: () => jobs.close() });
    const directory = createDirectory({ remote, callSecret, may: access.may });
    const own = { metrics: createMetrics(), health: createHealthBoard(), config, log, callSecret, access, directory };
    return { ...own, server, storage, uploads, events, changes, jobs, media, audit, identity, workSteps, closeSteps };
  } catch (error) {
    await runStopSteps([...workSteps, ...closeSteps], log);
    throw error;
  }
}

function urlOf(config: Config): { url?: string } {
  const { url } = config.section(databaseConfig);
  return url === undefined ? {} : { url };
}

async function openObjects(config: Config, dataDirectory: string): Promise<ObjectStore> {
  const { s3Bucket, s3Endpoint, s3Region, s3AccessKeyId, s3SecretAccessKey } = config.section(storageConfig);
  const directory = join(dataDirectory, 'objects');
  if (s3Bucket === undefined) return openStorage({ directory });
  const s3 = {
    bucket: s3Bucket,
    region: s3Region,
    ...(s3Endpoint === undefined ? {} : { endpoint: s3Endpoint }),
    ...(s3AccessKeyId === undefined ? {} : { accessKeyId: s3AccessKeyId }),
    ...(s3SecretAccessKey === undefined ? {} : { secretAccessKey: s3SecretAccessKey }),
  };
  return openStorage({ directory, s3 });
}
