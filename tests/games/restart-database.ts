import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Kills one process of the embedded PostgreSQL, as a fault in it would: it ends every connection, recovers, and goes on.
 * Returns false where the database is not one of this data folder.
 */
export async function restartDatabase(dataDirectory: string): Promise<boolean> {
  const paths = await readdir(dataDirectory, { recursive: true }).catch(() => []);
  const file = paths.find((path) => path.endsWith('postmaster.pid'));
  if (file === undefined) return false;
  const postmaster = (await readFile(join(dataDirectory, file), 'utf8')).split('\n')[0]?.trim() ?? '';
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const status = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
    const parent = status.slice(status.lastIndexOf(')') + 2).split(' ')[1];
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (parent !== postmaster || !/127\.0\.0\.1|::1|\[local\]/.test(command)) continue;
    process.kill(Number(id), 'SIGKILL');
    return true;
  }
  return false;
}
