import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from './problem.mjs';

/** True when this user may write into the folder or, while it does not exist, create it. */
export function isWritable(folder) {
  if (!existsSync(folder) && dirname(folder) !== folder) return isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A folder under the system's temporary one that only this user may enter; the same one each time. */
export function privateFolder(name) {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `altis-${name}-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Code is cached there: a folder that somebody else laid out first must not be trusted.
  if (process.getuid && statSync(folder).uid !== user) {
    throw new Problem(
      `The folder ${folder} belongs to another user.`,
      'Remove it, or set TMPDIR to a folder of your own.',
    );
  }
  return folder;
}
