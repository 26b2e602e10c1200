import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf, silentLog } from '@altis/kernel';
import { startEmbeddedServer } from '../embedded/start-embedded-server.ts';
import { testServerSocketVariable } from './test-server.ts';

/**
 * Vitest's global setup: lends one PostgreSQL to all test files of a run. It starts when the first file asks for it, so that
 * a run without a database does not wait, and is gone with its files when the run ends.
 */
export async function setup(): Promise<() => Promise<void>> {
  await removeKilledRuns();
  const directory = await mkdtemp(join(tmpdir(), `${directoryStart}${process.pid}-`));
  // When root runs the tests, the server is another user.
  await chmod(directory, 0o711);
  let starting: ReturnType<typeof startEmbeddedServer> | undefined;

  const desk = createServer((socket) => {
    socket.on('error', () => undefined);
    starting ??= startEmbeddedServer({ directory: join(directory, 'database'), log: silentLog, durable: false });
    starting.then(
      // The database that every PostgreSQL has; each test file makes one of its own.
      ({ url }) => socket.end(JSON.stringify({ url: url.replace('/altis?', '/postgres?') })),
      (error: unknown) => socket.end(JSON.stringify({ error: messageOf(error) })),
    );
  });
  const socketPath = join(directory, 'desk');
  await new Promise<void>((resolve, reject) => desk.once('error', reject).listen(socketPath, resolve));
  process.env[testServerSocketVariable] = socketPath;

  return async () => {
    desk.close();
    // A server that never started has nothing to stop.
    const server = await starting?.catch(() => undefined);
    await server?.stop();
    await rm(directory, { recursive: true, force: true });
  };
}

const directoryStart = 'altis-test-';

/** Removes what a run left that was killed before its end. */
async function removeKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(directoryStart)) continue;
    const pid = name.slice(directoryStart.length).split('-')[0];
    if ((await stat(`/proc/${pid}`).catch(() => undefined)) !== undefined) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}
