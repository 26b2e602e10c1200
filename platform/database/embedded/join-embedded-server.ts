import { realpath } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { problem } from '@altis/kernel';
import { addressAt, clusterIn } from './cluster.ts';
import { isServerOf, readServerFile } from './leftover-server.ts';

const pollMs = 100;
const longestWaitMs = 60_000;

/**
 * The address of the server that another process of Altis runs in `directory`; waits until that one is ready.
 * @throws Problem `UNAVAILABLE` when there is none within a minute.
 */
export async function joinEmbeddedServer(directory: string): Promise<{ readonly url: string }> {
  const startedAtMs = Date.now();
  for (;;) {
    const cluster = clusterIn(await realpath(directory).catch(() => directory));
    const found = await readServerFile(cluster);
    // The file outlives a server that was killed.
    if (found?.status === 'ready' && (await isServerOf(found.pid, cluster)))
      return { url: addressAt(found.socketDirectory) };
    if (Date.now() - startedAtMs > longestWaitMs) {
      throw problem('UNAVAILABLE', `No other process of Altis runs a database in ${directory}.`, {
        remedy: 'Start the one without --join first, with the same ALTIS_DATA; or give both the same DATABASE_URL.',
      });
    }
    await delay(pollMs);
  }
}
