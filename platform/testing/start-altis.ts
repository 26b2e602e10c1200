import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@altis/database/testing';
import { planProcesses } from './plan-processes.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { enterByLink, invite, type TestRole, type TestUser } from './test-user.ts';

export type StartOptions = {
  /** Only these systems; by default all. */
  readonly systems?: readonly string[];
  /** Settings as environment variables: `{ ALTIS_RESULTS_COMPETITION: 'XWG2030' }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the pages are built and served too, for tests in a browser. */
  readonly web?: boolean;
};

/** The real server in processes of its own, on its own data. */
export interface Altis {
  /** Base URL of the first process, which hands on to the others. */
  readonly url: string;
  readonly dataDirectory: string;
  readonly administrator: TestUser;
  /** Somebody new of a role. A visitor is not signed in. */
  signIn(role: TestRole): Promise<TestUser>;
  /** What the processes have printed since they started, for the message of a failed test. */
  output(): string;
  /** `kill -9` of every process. */
  kill(): Promise<void>;
  /** Starts again on the same data and address, after `kill`. */
  start(): Promise<void>;
  /** Ends everything and deletes the data. */
  stop(): Promise<void>;
}

/**
 * Starts the server for an acceptance test: with embedded PostgreSQL, or in a new database on the server that
 * ALTIS_TEST_DATABASE_URL names; in one process, or in several by ALTIS_TEST_SPLIT (see `planProcesses`).
 */
export async function startAltis({ systems, env = {}, web = false }: StartOptions = {}): Promise<Altis> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'altis-acceptance-'));
  // When root runs the tests, the database server is another user.
  await chmod(dataDirectory, 0o711);
  const database = process.env['ALTIS_TEST_DATABASE_URL'] ? await createTestDatabase() : undefined;
  const plan = await planProcesses(systems);
  const url = `http://127.0.0.1:${plan[0]?.port}`;
  const environment = { ...env, ALTIS_DATA: dataDirectory, ...(database && { DATABASE_URL: database.url }) };
  let processes: ServerProcess[] = [];

  const start = async (): Promise<void> => {
    for (const [index, { args, port }] of plan.entries()) {
      const pages = web && index === 0 ? [] : ['--no-web'];
      processes.push(await startServerProcess([...args, ...pages], { ...environment, PORT: String(port) }));
    }
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    // The first process lends its database to the others, so it is stopped last; a kill takes all at once.
    if (signal === 'SIGKILL') await Promise.all(processes.map((each) => each.end(signal)));
    else for (const each of processes.toReversed()) await each.end(signal);
    processes = [];
  };
  const stop = async (): Promise<void> => {
    await end('SIGTERM');
    await database?.drop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  const output = (): string => processes.map((each) => each.output()).join('\n');

  try {
    await start();
    const token = /\/welcome\?token=(\S+)/.exec(output())?.[1] ?? '';
    const administrator = await enterByLink(url, 'administrator', { purpose: 'welcome', token });
    const signIn = (role: TestRole): Promise<TestUser> => invite(url, administrator, role);
    return { url, dataDirectory, administrator, signIn, output, kill: () => end('SIGKILL'), start, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
