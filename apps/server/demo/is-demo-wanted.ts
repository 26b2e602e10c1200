import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identity } from '@altis/identity';
import type { Flags } from '../flags.ts';

type Installation = {
  readonly demo: Flags['demo'];
  readonly dataDirectory: string;
  /** Whether the database is a server of the operator's own. */
  readonly hasOwnDatabase: boolean;
  readonly identity: Identity;
};

/**
 * Whether the demo Games are to be played: where nobody has begun to use the installation, or they were played in this
 * data folder before. An installation in earnest is never given a demo, nor its administrator.
 */
export async function isDemoWanted({ demo, dataDirectory, hasOwnDatabase, identity }: Installation): Promise<boolean> {
  if (demo === 'no') return false;
  const folder = join(dataDirectory, 'demo');
  const wasPlayed = (await stat(folder).catch(() => undefined)) !== undefined;
  const isFresh = !hasOwnDatabase && (await identity.isUnused());
  if (demo === 'unless-in-use' && !wasPlayed && !isFresh) return false;
  await mkdir(folder, { recursive: true });
  return true;
}
