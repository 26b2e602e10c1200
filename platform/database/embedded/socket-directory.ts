import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCodeOf, problem } from '@altis/kernel';
import type { Account } from './choose-account.ts';

/** The path of a Unix socket has at most 107 bytes (unix(7), sun_path), and PostgreSQL appends a name of 16. */
const longestDirectoryBytes = 107 - '/.s.PGSQL.5432'.length;

/**
 * Makes the directory for a cluster's socket and library links: short, the same at every start, closed to other users.
 * It cannot be in the data directory, whose path may be long.
 */
export async function makeSocketDirectory(cluster: string, account: Account): Promise<string> {
  const name = `altis-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`;
  const usual = join(tmpdir(), name);
  const directory = Buffer.byteLength(usual) <= longestDirectoryBytes ? usual : join('/tmp', name);
  const uid = process.getuid!();
  await mkdir(directory, { mode: 0o700 }).catch((error: unknown) => {
    if (errorCodeOf(error) !== 'EEXIST') throw error;
  });
  const found = await lstat(directory);
  const owners = account.kind === 'other' ? [uid, account.uid] : [uid];
  // In a directory that everybody may write to, somebody else could have made it first.
  if (!found.isDirectory() || !owners.includes(found.uid) || (found.mode & 0o077) !== 0) {
    throw problem('UNAVAILABLE', `${directory} belongs to somebody else, so the database's socket cannot be there.`, {
      remedy: `Remove it, or set TMPDIR to a directory of your own.`,
    });
  }
  if (account.kind === 'other') await chown(directory, account.uid, account.gid);
  return directory;
}
