import { diffJson } from '@altis/json-patch';
import type { Snapshot } from './snapshot.ts';

/** One change of a snapshot. Without a patch, it is shorter to fetch the snapshot anew. */
export type SnapshotChange = {
  readonly snapshot: string;
  readonly from: string;
  readonly to: string;
  /** RFC 6902, as JSON. */
  readonly patch: string | undefined;
};

/** The last changes of one snapshot, for clients that were away for a moment. */
export type RecentChanges = readonly SnapshotChange[];

const keptChanges = 100;

/** What changed from one snapshot to the next. */
export function changeBetween(former: Snapshot, next: Snapshot): SnapshotChange {
  const patch = JSON.stringify(diffJson(former.data, next.data));
  const isWorthIt = patch.length < next.body.byteLength / 2;
  const { name: snapshot, revision: to } = next;
  return { snapshot, from: former.revision, to, patch: isWorthIt ? patch : undefined };
}

/** The changes with one more; the oldest are given up when they are many, or together longer than the snapshot. */
export function withChange(recent: RecentChanges, change: SnapshotChange, snapshot: Snapshot): RecentChanges {
  // What came before a change without a patch leads nowhere.
  if (change.patch === undefined) return [];
  const kept = [...recent, change].slice(-keptChanges);
  while (lengthOf(kept) > snapshot.body.byteLength) kept.shift();
  return kept;
}

/** The changes that lead from a revision to the present one; undefined where they are not known any more. */
export function changesSince(recent: RecentChanges, revision: string): RecentChanges | undefined {
  // The last time that it was so: a snapshot may come back to what it said before.
  const index = recent.findLastIndex(({ from }) => from === revision);
  return index === -1 ? undefined : recent.slice(index);
}

export function lengthOf(changes: RecentChanges): number {
  return changes.reduce((sum, { patch }) => sum + (patch?.length ?? 0), 0);
}
