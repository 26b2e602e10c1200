import type { Writable } from 'node:stream';
import { failedWith } from '@altis/kernel';
import { patchEvent, reloadEvent, revisionEvent, type Revisions } from './live-events.ts';
import type { Snapshots } from './open-snapshots.ts';
import { lengthOf, type SnapshotChange } from './recent-changes.ts';

/** Tells open connections what changes in snapshots, as server-sent events. */
export interface FanOut {
  /**
   * Brings a client from the revisions that it has to the present ones, and tells it of every change from then on; returns
   * the way to stop. `open` is called once the snapshots are read. Throws NOT_FOUND for a name that no snapshot has.
   */
  join(names: readonly string[], known: Revisions, open: () => Writable): Promise<() => void>;
  /** Writes the same to every client. */
  tellAll(text: string): void;
}

/** Clients that follow the same snapshots: each event is written out once for all of them. */
type Audience = {
  readonly key: string;
  readonly names: readonly string[];
  readonly clients: Set<Writable>;
  /** Clients for which the snapshots are still being read. */
  waiting: number;
  readonly stops: (() => void)[];
};

/** A client that leaves this much unread is dropped; it comes back with the revisions that it has, and catches up. */
const maxUnreadBytes = 256 * 1024;

export function openFanOut(snapshots: Snapshots): FanOut {
  const audiences = new Map<string, Audience>();

  return {
    async join(names, known, open) {
      const audience = gather(names);
      audience.waiting += 1;
      try {
        await Promise.all(names.map(readFirst));
        // From here to the end nothing can change in between.
        const client = open();
        const missed = catchUp(names, known);
        if (missed !== '') write(client, Buffer.from(missed));
        audience.clients.add(client);
        return () => {
          audience.clients.delete(client);
          disperse(audience);
        };
      } finally {
        audience.waiting -= 1;
        disperse(audience);
      }
    },
    tellAll(text) {
      const bytes = Buffer.from(text);
      for (const { clients } of audiences.values()) for (const client of clients) write(client, bytes);
    },
  };

  /** A snapshot that is not there is told of when it comes. */
  async function readFirst(name: string): Promise<void> {
    try {
      await snapshots.ask(name);
    } catch (error) {
      if (!failedWith(error, 'NOT_FOUND')) throw error;
    }
  }

  function gather(names: readonly string[]): Audience {
    const key = names.join(' ');
    const known = audiences.get(key);
    if (known !== undefined) return known;
    const audience: Audience = { key, names, clients: new Set(), waiting: 0, stops: [] };
    audiences.set(key, audience);
    for (const name of names) audience.stops.push(snapshots.watch(name, (change) => tell(audience, name, change)));
    return audience;
  }

  function disperse({ key, clients, waiting, stops }: Audience): void {
    if (clients.size > 0 || waiting > 0) return;
    for (const stop of stops) stop();
    audiences.delete(key);
  }

  function tell({ names, clients }: Audience, name: string, change: SnapshotChange | undefined): void {
    const now = names.map((each) => snapshots.present(each)?.revision);
    const event = change?.patch === undefined ? reloadEvent(name, change?.to, now) : patchEvent(change, now);
    const bytes = Buffer.from(event);
    for (const client of clients) write(client, bytes);
  }

  /** What a client with these revisions has missed; where it has none, what it is told to have. */
  function catchUp(names: readonly string[], known: Revisions): string {
    const present = names.map((name) => snapshots.present(name));
    const reached = present.map((snapshot, index) => known[index] ?? snapshot?.revision);
    const events: string[] = [];
    for (const [index, name] of names.entries()) {
      const has = known[index];
      const snapshot = present[index];
      if (has === snapshot?.revision) continue;
      const changes = has === undefined ? undefined : snapshots.changesSince(name, has);
      if (snapshot !== undefined && changes !== undefined && lengthOf(changes) < snapshot.body.byteLength) {
        for (const change of changes) {
          reached[index] = change.to;
          events.push(patchEvent(change, reached));
        }
        continue;
      }
      reached[index] = snapshot?.revision;
      const isFirst = snapshot !== undefined && has === undefined;
      events.push(isFirst ? revisionEvent(snapshot, reached) : reloadEvent(name, snapshot?.revision, reached));
    }
    return events.join('');
  }
}

function write(client: Writable, bytes: Buffer): void {
  if (client.writableLength > maxUnreadBytes) client.destroy();
  else client.write(bytes);
}
