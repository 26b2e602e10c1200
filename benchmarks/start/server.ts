import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryRoot } from '@altis/testing';
import { cpuSecondsOf } from '../instruments/process-tree.ts';

export interface StartedServer {
  readonly pid: number;
  /** From the command until it said that it is ready to be asked. */
  readonly wallSeconds: number;
  /** CPU time of the server, its database and all it started, until then. */
  readonly cpuSeconds: number;
  stop(): Promise<void>;
}

/** Starts the server on a data folder as `npm start` does, without the demo. Throws with its words when it ends before it is ready. */
export async function startServer(dataDirectory: string, pages: boolean): Promise<StartedServer> {
  const startMs = performance.now();
  const args = [join(repositoryRoot, 'apps/server/main.ts'), '--no-demo', ...(pages ? [] : ['--no-web'])];
  const server = spawn(process.execPath, args, {
    env: { ...process.env, ALTIS_DATA: dataDirectory, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = server.pid ?? 0;
  const ended = once(server, 'exit');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Altis is ready')) resolve();
    });
    void ended.then(() => reject(new Error(`The server ended before it was ready: ${said}`)));
  });
  const wallSeconds = (performance.now() - startMs) / 1000;
  return {
    pid,
    wallSeconds,
    cpuSeconds: cpuSecondsOf(pid),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
