import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { z } from 'zod';

/** SHA-256 of every file that went into a build, by its path in the repository. */
const recordShape = z.record(z.string(), z.string());
type Inputs = z.infer<typeof recordShape>;

// Third-party modules are fixed by the lock file; the others of these are no modules, or named by style sheets only.
const always = [
  'package-lock.json',
  'apps/web/index.html',
  'apps/web/public/icon.svg',
  'apps/web/vite.config.ts',
  'platform/web/theme/fonts/archivo-latin.woff2',
  'platform/web/theme/fonts/archivo-latin-ext.woff2',
];

/** Hashes the inputs of a build, given as absolute paths; those that are no files of the repository are left out. */
export async function hashInputs(repository: string, files: readonly string[]): Promise<Inputs> {
  const own = files
    .filter((file) => isAbsolute(file))
    .map((file) => relative(repository, file))
    .filter((path) => !path.startsWith('..') && !path.split(sep).includes('node_modules'));
  const paths = [...new Set([...own, ...always])].sort();
  const entries = await Promise.all(paths.map(async (path) => [path, await hashFile(join(repository, path))] as const));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * Whether all inputs that a build recorded are as they were. A file that is new since then matters only
 * through a file that names it, which then has changed.
 */
export async function isUnchanged(repository: string, recordFile: string): Promise<boolean> {
  const text = await readFile(recordFile, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const recorded = recordShape.parse(JSON.parse(text));
  const now = await hashInputs(
    repository,
    Object.keys(recorded).map((path) => join(repository, path)),
  );
  return JSON.stringify(now) === JSON.stringify(recorded);
}

async function hashFile(file: string): Promise<string | undefined> {
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) return undefined;
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
