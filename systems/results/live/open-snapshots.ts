import { takeTurns } from '@altis/http';
import { problem } from '@altis/kernel';
import { keepSnapshot, type KeepOptions, type KeptSnapshot, type Watcher } from './keep-snapshot.ts';
import { changesSince, type RecentChanges } from './recent-changes.ts';
import { snapshotSource } from './snapshot-source.ts';
import type { Snapshot } from './snapshot.ts';

/** The public snapshots of the results, ready in memory and up to date. */
export interface Snapshots {
  /** What a snapshot says now; at once where it is known. Throws NOT_FOUND. */
  ask(name: string): Snapshot | Promise<Snapshot>;
  /** Keeps a snapshot and tells of each of its changes, in their order. Throws NOT_FOUND for a name that none has. */
  watch(name: string, watcher: Watcher): () => void;
  /** What a watched snapshot said last, once it was asked for. */
  present(name: string): Snapshot | undefined;
  /** The changes that lead from a revision to the present one; undefined where they are not known any more. */
  changesSince(name: string, revision: string): RecentChanges | undefined;
  close(): void;
}

export type SnapshotsOptions = Omit<KeepOptions, 'name' | 'source' | 'inTurn'> & {
  /** What snapshots may take of memory, in bytes; those that nobody watches are given up, longest unused first. */
  readonly memoryBytes: number;
};

/** Readings of the database at once, so that a flood of different names leaves connections for everything else. */
const readingsAtOnce = 4;
const readingsWaiting = 500;

export function openSnapshots({ memoryBytes, ...options }: SnapshotsOptions): Snapshots {
  const kept = new Map<string, KeptSnapshot>();
  const inTurn = takeTurns({ atOnce: readingsAtOnce, waiting: readingsWaiting });

  function keep(name: string): KeptSnapshot {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const source = snapshotSource(name);
    if (source === undefined) throw noSuchSnapshot(name);
    const made = keepSnapshot({ ...options, name, source, inTurn });
    kept.set(name, made);
    return made;
  }

  async function first(name: string, reading: Promise<Snapshot>): Promise<Snapshot> {
    try {
      const snapshot = await reading;
      makeRoom();
      return snapshot;
    } catch (error) {
      giveUpIfEmpty(name);
      throw error;
    }
  }

  /** What is not there is not remembered, except while somebody waits for it. */
  function giveUpIfEmpty(name: string): void {
    const each = kept.get(name);
    if (each?.present === undefined && each?.isWatched === false) giveUp(name, each);
  }

  function makeRoom(): void {
    let takenBytes = kept.values().reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (takenBytes <= memoryBytes) return;
    const unused = [...kept].filter(([, { isWatched }]) => !isWatched);
    for (const [name, each] of unused.toSorted(([, a], [, b]) => a.askedAtMs - b.askedAtMs)) {
      if (takenBytes <= memoryBytes) return;
      takenBytes -= each.sizeBytes;
      giveUp(name, each);
    }
  }

  function giveUp(name: string, each: KeptSnapshot): void {
    each.close();
    kept.delete(name);
  }

  return {
    ask(name) {
      const answer = keep(name).ask();
      return answer instanceof Promise ? first(name, answer) : answer;
    },
    watch(name, watcher) {
      const stop = keep(name).watch(watcher);
      return () => {
        stop();
        giveUpIfEmpty(name);
      };
    },
    present: (name) => kept.get(name)?.present,
    changesSince: (name, revision) => changesSince(kept.get(name)?.recent ?? [], revision),
    close() {
      for (const each of kept.values()) each.close();
      kept.clear();
    },
  };
}

function noSuchSnapshot(name: string) {
  return problem('NOT_FOUND', `There is no snapshot "${name.slice(0, 60)}".`, {
    remedy: 'There are units/<rsc>, events/<rsc>, days/<YYYY-MM-DD>, schedule, medals and medals/list.',
  });
}
