import { join } from 'node:path';
import type { AccessSource } from '@altis/access';
import { dataConfig, type Config } from '@altis/config';
import {
  createHost,
  listen,
  mountContract,
  mountFailure,
  mountOpenApi,
  mountRemote,
  mountWeb,
  type FastifyInstance,
  type FastifyRequest,
} from '@altis/http';
import { csrfFlaw, type Authentication } from '@altis/identity';
import { messageOf, problem, type Log } from '@altis/kernel';
import { runStopSteps, type StopStep } from '@altis/observability';
import {
  openPlatform,
  platformRoutes,
  serverConfig,
  startSystem,
  type Platform,
  type StartedSystem,
  type System,
} from '@altis/system';
import type { Flags } from './flags.ts';
import { systems } from './systems.ts';

export type RunningServer = {
  readonly url: string;
  readonly platform: Platform;
  stop(): Promise<void>;
};

/** Opens the platform, starts the systems of this process, and listens. `whenOpen` is waited for before any system starts. */
export async function startServer(
  config: Config,
  flags: Flags,
  log: Log,
  whenOpen: (platform: Platform) => Promise<void>,
): Promise<RunningServer> {
  const loaded = await loadSystems(log);
  const permissions = [...loaded.values()].flatMap((system) => (system instanceof Error ? [] : [accessSource(system)]));
  const platform = await openPlatform({
    config,
    log,
    permissions,
    remote: flags.remote,
    joinDatabase: flags.join,
  });
  const started: StartedSystem[] = [];
  const httpSteps: StopStep[] = [];
  // Nothing new comes in, then what runs by itself ends, then databases are closed.
  const stop = (): Promise<void> =>
    runStopSteps(
      [
        ...httpSteps,
        ...started.flatMap(({ workSteps }) => workSteps),
        ...platform.workSteps,
        ...started.flatMap(({ closeSteps }) => closeSteps),
        ...platform.closeSteps,
      ],
      log,
    );
  try {
    await whenOpen(platform);
    const { app, address } = await serve(platform, flags, loaded, started);
    httpSteps.push({ name: 'http', stop: () => app.close() });
    return { url: address, platform, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Loaded = ReadonlyMap<string, System | Error>;

async function loadSystems(log: Log): Promise<Loaded> {
  const load = async (name: string): Promise<[string, System | Error]> => {
    try {
      return [name, await systems[name]!()];
    } catch (error) {
      log.error({ system: name, error }, 'A system could not be loaded');
      return [name, error instanceof Error ? error : new Error(messageOf(error))];
    }
  };
  return new Map(await Promise.all(Object.keys(systems).map(load)));
}

function accessSource({ published, permissions }: System): AccessSource {
  return { system: published.name, permissions };
}

async function serve(
  platform: Platform,
  flags: Flags,
  loaded: Loaded,
  started: StartedSystem[],
): Promise<{ app: FastifyInstance; address: string }> {
  const { config, health, access, log } = platform;
  const settings = config.section(serverConfig);
  const app = await createHost({
    ...settings,
    ...platform,
    authenticate: (request) => authenticate(platform, request),
  });

  const contracts = platformRoutes(platform);
  for (const { published, router } of contracts) await mountContract(app, published, router, { access, log });
  for (const [name, url] of flags.remote) {
    health.set(name, 'remote');
    await mountRemote(app, { name, url, callSecret: platform.callSecret });
  }
  for (const name of flags.run) {
    const system = loaded.get(name);
    if (system === undefined || system instanceof Error) {
      const reason = system?.message ?? 'it is not known';
      health.set(name, 'failed', reason);
      platform.directory.fail(name, reason);
      mountFailure(app, name, reason);
    } else {
      started.push(await startSystem(system, platform, app));
    }
  }
  const published = [...loaded.values()].flatMap((system) => (system instanceof Error ? [] : [system.published]));
  mountOpenApi(
    app,
    new Map([...contracts.map((entry) => entry.published), ...published].map((entry) => [entry.name, entry.contract])),
  );
  if (flags.web) await mountWeb(app, await buildPages(config, log));
  const address = await listen(app, settings);
  return { app, address };
}

async function authenticate({ identity }: Platform, request: FastifyRequest): Promise<Authentication> {
  const authentication = await identity.authenticate(request.headers);
  const flaw = csrfFlaw(request.method, request.headers, request.host, authentication.by === 'session');
  if (flaw !== undefined) throw problem('FORBIDDEN', flaw);
  return authentication;
}

/** The pages are built into the data folder, so that a clone that is read-only or shared stays as it is. */
async function buildPages(config: Config, log: Log): Promise<string> {
  const outDir = join(config.section(dataConfig).directory, 'web');
  // Loaded only where pages are served: it brings the bundler along.
  const { buildWeb } = await import('@altis/web-app');
  await buildWeb({ outDir, log });
  return outDir;
}
