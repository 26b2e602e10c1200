import { setTimeout as delay } from 'node:timers/promises';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf, messageOf, problem, type Log } from '@altis/kernel';
import { chooseAccount } from './choose-account.ts';
import { addressAt, clusterIn } from './cluster.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { launchServer, type RunningServer } from './launch-server.ts';
import { settleLeftoverServer } from './leftover-server.ts';
import { prepareEngine } from './prepare-engine.ts';

const attempts = 5;
const retryMs = 300;

/**
 * Starts the PostgreSQL that comes with Altis as a child process that listens on a Unix socket only.
 * A server that ends unasked is started again; one that a killed Altis left behind is stopped first.
 * @param options.directory Keeps everything of the server; two servers need two directories.
 * @param options.durable `false` only where the data may be lost with the power: tests.
 */
export async function startEmbeddedServer(options: {
  readonly directory: string;
  readonly log: Log;
  readonly durable: boolean;
}): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { log, durable } = options;
  const { engine, account, cluster } = await prepare(options).catch((error: unknown) => {
    throw explain(error, options.directory);
  });
  const launch = () => launchServer({ engine, account, cluster, durable, log });
  let running = await launchPatiently(launch, cluster, log);
  const stopping = new AbortController();
  void keepRunning();

  async function keepRunning(): Promise<void> {
    for (;;) {
      const reason = await running.ended;
      if (stopping.signal.aborted) return;
      log.error({ reason }, 'The database server ended unexpectedly and is started again.');
      await relaunch();
    }
  }

  async function relaunch(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        running = await launchPatiently(launch, cluster, log);
        return;
      } catch (error) {
        log.error({ reason: messageOf(error) }, 'The database server could not be started again; trying on.');
      }
    }
  }

  return {
    url: addressAt(running.socketDirectory),
    stop: async () => {
      stopping.abort();
      await running.stop();
    },
  };
}

/** Everything that has to be there before the server can be launched. */
async function prepare(options: { readonly directory: string; readonly log: Log; readonly durable: boolean }) {
  await mkdir(options.directory, { recursive: true });
  const directory = await realpath(options.directory);
  const cluster = clusterIn(directory);
  await settleLeftoverServer(cluster, options.log);
  const engine = await prepareEngine(join(directory, 'libraries'));
  const account = await chooseAccount({ engine, directory, cluster });
  await initialiseCluster({ engine, account, cluster, durable: options.durable });
  return { engine, account, cluster };
}

function explain(error: unknown, directory: string): unknown {
  const code = errorCodeOf(error) ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return problem('STORAGE_FULL', `There is no space left for the database in ${directory}.`, {
      remedy: 'Free 100 MB on that disk, or set ALTIS_DATA to a directory on a larger one.',
      cause: error,
    });
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return problem('UNAVAILABLE', `The user who runs Altis may not write to ${directory}.`, {
      remedy:
        'Start Altis as the user who started it there first, give the directory to this user, or set ALTIS_DATA to another.',
      cause: error,
    });
  }
  return error;
}

/** Tries again when processes of a server that was killed still hold its memory for a moment. */
async function launchPatiently(
  launch: () => Promise<RunningServer>,
  cluster: string,
  log: Log,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    await settleLeftoverServer(cluster, log);
    try {
      return await launch();
    } catch (error) {
      if (attempt === attempts) {
        throw problem('UNAVAILABLE', `The database server in ${cluster} does not start: ${messageOf(error)}`, {
          remedy:
            'Read the reason above; set ALTIS_DATA to another directory for an empty database, or DATABASE_URL to a server of your own.',
          cause: error,
        });
      }
      await delay(retryMs);
    }
  }
}
