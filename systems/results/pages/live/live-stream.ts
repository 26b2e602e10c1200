import { noteConnection } from './connection.ts';
import { readLiveEvent, type LiveEvent } from './follow-events.ts';

/** What a page shows of one snapshot, as the stream sees it. */
type Follower = {
  readonly snapshot: string;
  /** What the page has, asked for at every new connection. */
  readonly revision: () => string | undefined;
  readonly onEvent: (event: LiveEvent) => void;
  /** Whether changes arrive. */
  readonly onLive: (isLive: boolean) => void;
};

export interface LiveStream {
  /** Returns the function that ends it. */
  follow(follower: Follower): () => void;
  /** Connects anew with what pages have now, and hears what they miss. */
  catchUp(): void;
}

/** Pages mount and unmount several followers in one go; they share one new connection. */
const gatherMs = 30;
/** After a lost connection, as long and up to as long again, so that not all open pages come back in the same moment; then twice that, up to sixteen times. */
const reconnectMs = 1_000;
const mostDoublings = 4;
/** After as many failures in a row the page says so: one alone is a server that starts anew. */
const failuresUntilLost = 2;

/**
 * One connection to the live stream for the whole page, since browsers allow six per server over HTTP/1.1. A hidden tab
 * gives its connection up. Each connection begins with the revisions that the page has, so that none can be missed.
 */
export function createLiveStream(): LiveStream {
  const followers = new Set<Follower>();
  let source: EventSource | undefined;
  let connected: readonly string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) disconnect();
    else schedule(gatherMs);
  });

  return {
    follow(follower) {
      followers.add(follower);
      if (source?.readyState === EventSource.OPEN && connected.includes(follower.snapshot)) follower.onLive(true);
      schedule(gatherMs);
      return () => {
        followers.delete(follower);
        schedule(gatherMs);
      };
    },
    catchUp() {
      disconnect();
      schedule(gatherMs);
    },
  };

  function schedule(afterMs: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      connect();
    }, afterMs);
  }

  function disconnect(): void {
    source?.close();
    source = undefined;
    connected = [];
    for (const follower of followers) follower.onLive(false);
  }

  function connect(): void {
    const names = [...new Set([...followers].map(({ snapshot }) => snapshot))].toSorted();
    if (document.hidden || (source !== undefined && names.join(' ') === connected.join(' '))) return;
    source?.close();
    source = undefined;
    connected = names;
    if (names.length === 0) {
      noteConnection('idle');
      return;
    }
    const opened = new EventSource(`/api/results/stream?${addressOf(names)}`);
    source = opened;
    opened.addEventListener('open', () => {
      failures = 0;
      noteConnection('live');
      for (const { onLive } of followers) onLive(true);
    });
    for (const kind of ['patch', 'reload'] as const) {
      opened.addEventListener(kind, (event: MessageEvent<string>) => tell(readLiveEvent(kind, event.data)));
    }
    opened.addEventListener('error', () => {
      if (source !== opened) return;
      // Its own way of coming back would ask for what the page had when it connected first.
      disconnect();
      schedule(reconnectMs * 2 ** Math.min(failures, mostDoublings) * (1 + Math.random()));
      failures += 1;
      if (failures >= failuresUntilLost) noteConnection('lost');
    });
  }

  function addressOf(names: readonly string[]): string {
    const query = new URLSearchParams();
    for (const name of names) {
      const revision = firstOf(name)?.revision();
      query.append('snapshot', revision === undefined ? name : `${name}@${revision}`);
    }
    return query.toString();
  }

  /** Of several followers of one snapshot, which all show the same copy of it, one takes the changes in. */
  function tell(event: LiveEvent): void {
    firstOf(event.snapshot)?.onEvent(event);
  }

  function firstOf(name: string): Follower | undefined {
    return followers.values().find(({ snapshot }) => snapshot === name);
  }
}
