import { useSyncExternalStore } from 'react';

/** How it stands with the live connection of this page; `idle` also while it is given up on purpose. */
export type Connection = 'idle' | 'live' | 'lost';

const readers = new Set<() => void>();
let connection: Connection = 'idle';

/** Notes what became of the connection; components that show it are drawn anew. */
export function noteConnection(now: Connection): void {
  if (now === connection) return;
  connection = now;
  for (const read of readers) read();
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}

function subscribe(read: () => void): () => void {
  readers.add(read);
  return () => void readers.delete(read);
}
