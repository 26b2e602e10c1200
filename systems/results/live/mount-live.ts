import type { FastifyInstance } from '@altis/http';
import type { Room } from '@altis/system';
import { results } from '../contract/index.ts';
import { resultsSettings } from '../settings.ts';
import { mountSnapshots } from './mount-snapshots.ts';
import { mountStream } from './mount-stream.ts';
import { openSnapshots } from './open-snapshots.ts';

/** The fast public way: snapshots for caches, and a stream of what changes in them. */
export function mountLive(
  app: FastifyInstance,
  {
    changes,
    clock,
    config,
    log,
    metrics,
    reach,
  }: Pick<Room<unknown>, 'changes' | 'clock' | 'config' | 'log' | 'metrics' | 'reach'>,
): void {
  const { snapshotMemoryMib, streams, streamsPerAddress } = config.section(resultsSettings);
  const snapshots = openSnapshots({
    api: reach(results),
    subscribe: (topics, onChange) => changes.subscribe(topics, onChange),
    now: () => clock.now(),
    log,
    memoryBytes: snapshotMemoryMib * 1024 * 1024,
  });
  app.addHook('onClose', async () => snapshots.close());
  const open = metrics.gauge('altis_results_streams_open', 'Connections that follow live results');
  mountSnapshots(app, snapshots, () => clock.now());
  mountStream(app, snapshots, { streams, streamsPerAddress }, (count) => open.set(count));
}
