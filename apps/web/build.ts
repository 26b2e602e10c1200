import { fork } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '@altis/kernel';
import * as z from 'zod';
import { hashInputs, isUnchanged } from './build-inputs.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
// Files whose name begins with a dot are not served.
const recordName = '.inputs.json';

export type BuildOptions = {
  /** Where the pages go; `dist/web` of the repository by default. */
  readonly outDir?: string;
  readonly log: Log;
};

/**
 * Builds the pages and returns the directory that holds them, ready to be served. Nothing is done when the files
 * that went into the last build are as they were then. Two servers may build at once: each builds beside the
 * directory and puts its result there in one step.
 */
export async function buildWeb({ outDir = join(repository, 'dist/web'), log }: BuildOptions): Promise<string> {
  if (await isUnchanged(repository, join(outDir, recordName))) return outDir;
  const startedMs = performance.now();
  const beside = `${outDir}.${process.pid}.${Date.now()}`;
  await mkdir(dirname(outDir), { recursive: true });
  try {
    const inputs = await runVite(beside);
    await writeFile(join(beside, recordName), JSON.stringify(await hashInputs(repository, inputs)));
    await swap(beside, outDir);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  log.info({ durationMs: Math.round(performance.now() - startedMs), outDir }, 'Built the pages');
  return outDir;
}

const Inputs = z.array(z.string());

/** Runs the build in a process of its own, since the bundler's memory would stay with the server; returns the files that went into it. */
async function runVite(outDir: string): Promise<readonly string[]> {
  const child = fork(fileURLToPath(new URL('run-vite.ts', import.meta.url)), [outDir], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve, reject) => {
    child.once('message', (inputs) => resolve(Inputs.parse(inputs)));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The pages could not be built (${code ?? 'killed'}): ${said}`)));
  });
}

async function swap(beside: string, outDir: string): Promise<void> {
  const old = `${beside}.old`;
  await rename(outDir, old).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  try {
    await rename(beside, outDir);
  } catch (error) {
    // Another server was quicker, with the same result.
    const isThere = await readFile(join(outDir, recordName)).then(Boolean, () => false);
    if (!isThere) throw error;
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}
