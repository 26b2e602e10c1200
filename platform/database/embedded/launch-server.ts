import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '@altis/kernel';
import { commandFor, type Account } from './choose-account.ts';
import type { Engine } from './prepare-engine.ts';
import { keeperName, keeperScript } from './keeper.ts';
import { readServerFile } from './leftover-server.ts';

export interface RunningServer {
  /** Resolves, when the server has ended, with the last thing it said. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Starts `postgres` under its keeper and waits until it takes connections. Rejects with the server's own words when it ends before. */
export async function launchServer(options: {
  readonly engine: Engine;
  readonly account: Account;
  readonly cluster: string;
  readonly socketDirectory: string;
  readonly durable: boolean;
  readonly log: Log;
}): Promise<RunningServer> {
  const { engine, cluster, socketDirectory, log } = options;
  const server = [engine.postgres, '-D', cluster, ...settings(socketDirectory, options.durable)];
  const command = commandFor(options.account, '/bin/sh', ['-c', keeperScript, keeperName, ...server]);
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
    child.once('error', (error) => (lastWords = error.message));
    child.once('close', () => {
      hasEnded = true;
      resolve(lastWords);
    });
  });
  const startedAtMs = Date.now();
  let told = false;
  while ((await readServerFile(cluster))?.status !== 'ready') {
    if (hasEnded) throw new Error(lastWords);
    if (!told && Date.now() - startedAtMs > 5_000) {
      told = true;
      log.info({ cluster }, 'The database is recovering from an interruption; this can take a while.');
    }
    await delay(20);
  }
  return {
    ended,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
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
