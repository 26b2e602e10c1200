import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './repository.ts';

/** One running process of the server. */
export interface ServerProcess {
  readonly url: string;
  /** All that it has printed so far. */
  readonly output: () => string;
  /** Sends the signal and waits for the end. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** Starts the server as `npm start` does and waits until it says that it is ready. Throws an Error with its output when it ends before. */
export async function startServerProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(repositoryRoot, 'apps/server/main.ts'), ...args], {
    cwd: repositoryRoot,
    env: { ...inheritedEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithTests = (): void => void child.kill('SIGKILL');
  process.once('exit', killWithTests);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', killWithTests);
      resolve();
    });
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: string): void => {
      output += text;
      // The empty line ends the paragraph that holds the sign-in link as well.
      const ready = /^Altis is ready at (\S+)\n(?:.+\n)*\n/m.exec(output)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read);
    void ended.then(() => reject(new Error(`The server ended before it was ready:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

/** What this process was told about Altis is not meant for the server under test. */
function inheritedEnvironment(): Record<string, string | undefined> {
  const foreign = /^(?:ALTIS_(?!TEST_RUN$)|DATABASE_URL$|PORT$|HOST$|NODE_OPTIONS$|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
