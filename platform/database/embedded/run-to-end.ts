import { spawn } from 'node:child_process';

/** Runs a program that ends by itself and gives what it wrote; its standard input stays open until then. Rejects when it cannot be run at all. */
export function runToEnd(
  command: {
    readonly program: string;
    readonly args: readonly string[];
    readonly spawnAs: { uid?: number; gid?: number };
  },
  environment: Readonly<Record<string, string>>,
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.program, command.args, {
      ...command.spawnAs,
      // The working directory of Altis may be closed to the account.
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
