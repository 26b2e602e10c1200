import type { Room } from '@altis/system';
import { results } from '../contract/index.ts';
import { resultsSettings } from '../settings.ts';
import { openFanOut, type FanOut } from './fan-out.ts';
import { openSnapshots, type Snapshots } from './open-snapshots.ts';

/** What runs behind the fast public way. */
export type Live = {
  readonly snapshots: Snapshots;
  readonly fanOut: FanOut;
  /** Connections to the stream at once, of everybody and of one address. */
  readonly limits: { readonly streams: number; readonly streamsPerAddress: number };
  readonly now: () => number;
  /** Tells how many streams are open. */
  readonly countOpen: (open: number) => void;
};

/** Opens it for the process; nothing is read before somebody asks. */
export function openLive<Tables>({ changes, clock, config, log, metrics, reach }: Room<Tables>): Live {
  const { snapshotMemoryMib, streams, streamsPerAddress } = config.section(resultsSettings);
  const now = (): number => clock.now();
  const snapshots = openSnapshots({
    api: reach(results),
    subscribe: (topics, onChange) => changes.subscribe(topics, onChange),
    now,
    log,
    memoryBytes: snapshotMemoryMib * 1024 * 1024,
  });
  const open = metrics.gauge('altis_results_streams_open', 'Connections that follow live results');
  const limits = { streams, streamsPerAddress };
  return { snapshots, fanOut: openFanOut(snapshots), limits, now, countOpen: (count) => open.set(count) };
}
