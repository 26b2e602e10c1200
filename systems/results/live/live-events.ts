import type { SnapshotChange } from './recent-changes.ts';
import type { Snapshot } from './snapshot.ts';

/** The revisions of the snapshots of a connection, in the order of its address; undefined where there is none. */
export type Revisions = readonly (string | undefined)[];

/** `event: revision`: what the snapshot's revision is, for who named none. */
export function revisionEvent({ name, revision }: Snapshot, all: Revisions): string {
  return eventOf('revision', JSON.stringify({ snapshot: name, revision }), all);
}

/** `event: patch`: what changed from one revision to another (RFC 6902). */
export function patchEvent({ snapshot, from, to, patch }: SnapshotChange, all: Revisions): string {
  return eventOf('patch', `${JSON.stringify({ snapshot, from, to }).slice(0, -1)},"patch":${patch}}`, all);
}

/** `event: reload`: it changed so much that it is shorter to fetch it; or, without a revision, that it is gone. */
export function reloadEvent(snapshot: string, to: string | undefined, all: Revisions): string {
  return eventOf('reload', JSON.stringify({ snapshot, to: to ?? null }), all);
}

/**
 * A server-sent event (HTML Living Standard, clause 9.2.6). Its id is all revisions that the client then has: whichever
 * process it comes back to knows from it what is missing.
 */
function eventOf(event: string, data: string, all: Revisions): string {
  return `id: ${all.map((revision) => revision ?? '').join(',')}\nevent: ${event}\ndata: ${data}\n\n`;
}

/** The revisions that an event's id tells; of anything else, none. */
export function revisionsOf(id: string | undefined, count: number): Revisions {
  const revisions = (id ?? '').split(',').map((each) => (each === '' ? undefined : each));
  return revisions.length === count ? revisions : Array.from({ length: count }, () => undefined);
}
