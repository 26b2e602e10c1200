import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const programs = '/usr/lib/postgresql/15/bin';
const longestWaitMs = 60_000;

/** A PostgreSQL server of the operating system with data of its own, reached by a Unix socket. */
export type Cluster = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts Debian's PostgreSQL 15 in a temporary folder; undefined where it is not installed. Throws an Error with its words when it does not start. */
export async function startCluster(): Promise<Cluster | undefined> {
  if ((await stat(programs).catch(() => undefined)) === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'altis-postgresql-'));
  const data = join(folder, 'data');
  const runAs = await unprivilegedAccount();
  await mkdir(data, { mode: 0o700 });
  await chmod(folder, 0o755);
  for (const path of runAs === undefined ? [] : [folder, data]) await chown(path, runAs!.uid, runAs!.gid);

  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '--username=altis', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...runAs, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=300', 'fsync=off'];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...runAs,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
  const ended = once(server, 'exit');
  const interrupt = (): void => void server.kill('SIGINT');
  process.once('exit', interrupt);
  const stop = async (): Promise<void> => {
    process.off('exit', interrupt);
    interrupt();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };

  const startedMs = Date.now();
  while (spawnSync(join(programs, 'pg_isready'), ['-h', folder, '-q']).status !== 0) {
    if (server.exitCode !== null || Date.now() - startedMs > longestWaitMs) {
      await stop();
      throw new Error(`PostgreSQL 15 did not start: ${said}`);
    }
    await pause(100);
  }
  return { url: `postgresql://altis@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
}

/** PostgreSQL refuses to run as root: then it is another user of this machine. */
async function unprivilegedAccount(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => lines.find((line) => line[0] === name)).find(Boolean);
  if (found === undefined) throw new Error('There is no account "postgres" or "nobody" that PostgreSQL could run as.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
