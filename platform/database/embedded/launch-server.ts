import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '@altis/kernel';
import { commandFor, type Account } from './choose-account.ts';
import type { Engine } from './prepare-engine.ts';
import { keptCommand } from './keeper.ts';
import { parentOf, readServerFile } from './leftover-server.ts';
import { makeSocketDirectory } from './socket-directory.ts';

const lastWordsMs = 200;

export interface RunningServer {
  readonly socketDirectory: string;
  /** Resolves, when the server has ended, with the last thing it said. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Starts `postgres` under its keeper and waits until it takes connections. Rejects with the server's own words when it ends before. */
export async function launchServer(options: {
  readonly engine: Engine;
  readonly account: Account;
  readonly cluster: string;
  readonly durable: boolean;
  readonly log: Log;
}): Promise<RunningServer> {
  const { engine, account, cluster, log } = options;
  const socketDirectory = await makeSocketDirectory(cluster, account);
  const server = ['-D', cluster, ...settings(socketDirectory, options.durable)];
  const kept = keptCommand(socketDirectory, engine.postgres, server);
  const command = commandFor(account, kept.program, kept.args);
  const child = spawn(command.program, command.args, {
    ...command.spawnAs,
    // In a session of its own, so that Ctrl-C in the terminal reaches Altis alone, which then stops its server last.
    detached: true,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', ...engine.environment },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.on('error', () => undefined);
  let lastWords = 'no reason given';
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (/FATAL|PANIC|HINT|error/.test(line)) lastWords = line;
    log.debug({ line }, 'PostgreSQL');
  });
  let hasEnded = false;
  const ended = new Promise<string>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve(lastWords);
    };
    child.once('error', (error) => {
      lastWords = error.message;
      end();
    });
    child.once('close', end);
    // The last words may still be on their way; a server that outlives a killed keeper would hold them back for ever.
    child.once('exit', () => setTimeout(end, lastWordsMs));
  });
  const startedAtMs = Date.now();
  let told = false;
  while (!(await isReady(cluster, child.pid))) {
    if (hasEnded) throw new Error(lastWords);
    if (!told && Date.now() - startedAtMs > 5_000) {
      told = true;
      log.info({ cluster }, 'The database is recovering from an interruption; this can take a while.');
    }
    await delay(20);
  }
  return {
    socketDirectory,
    ended,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** Whether the server that this keeper started takes connections. */
async function isReady(cluster: string, keeperPid: number | undefined): Promise<boolean> {
  const found = await readServerFile(cluster);
  return found?.status === 'ready' && (await parentOf(found.pid)) === keeperPid;
}

/** Sized for a small machine; a large installation brings its own PostgreSQL. */
function settings(socketDirectory: string, durable: boolean): string[] {
  const chosen: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    shared_buffers: '128MB',
    max_connections: '150',
    wal_compression: 'on',
    // Compiling a query costs more than our short ones take.
    jit: 'off',
    timezone: 'UTC',
    // Statements and key values may hold personal data, so only the server's own fate is logged.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
