import { anonymous, failedWith, messageOf, newId, problemBehind, withCall, type Client, type Log } from '@altis/kernel';
import type { results } from '../contract/index.ts';
import { changeBetween, withChange, type RecentChanges, type SnapshotChange } from './recent-changes.ts';
import type { SnapshotSource } from './snapshot-source.ts';
import { sizeOf, takeSnapshot, type Snapshot } from './snapshot.ts';

/** Told of each change; of a snapshot that is gone, with nothing; of one that is there again, with no former revision. */
export type Watcher = (change: SnapshotChange | undefined) => void;

/** One snapshot that is kept ready, and read again when an announcement says that it may have changed. */
export interface KeptSnapshot {
  /** What it says now; at once where it is known, and then at most {@link mayBeStaleMs} old. Throws NOT_FOUND. */
  ask(): Snapshot | Promise<Snapshot>;
  /** What it said last, and what came before that. */
  readonly present: Snapshot | undefined;
  readonly recent: RecentChanges;
  watch(watcher: Watcher): () => void;
  readonly isWatched: boolean;
  readonly askedAtMs: number;
  readonly sizeBytes: number;
  close(): void;
}

export type KeepOptions = {
  readonly name: string;
  readonly source: SnapshotSource;
  readonly api: Client<typeof results.contract>;
  readonly subscribe: (topics: readonly string[], onChange: () => void) => () => void;
  /** Reads when it is its turn. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly now: () => number;
  readonly log: Log;
};

/** As long as caches may keep an answer, an older one may be given while the new one is read. */
const mayBeStaleMs = 1_000;
/** A snapshot that somebody asked for within this time is read again without being asked. */
const wantedForMs = 10_000;
const tryAgainMs = 1_000;
/** Reading takes at most a third of the time, however often something changes. */
const pausePerReading = 2;

export function keepSnapshot({ name, source, api, subscribe, inTurn, now, log }: KeepOptions): KeptSnapshot {
  const watchers = new Set<Watcher>();
  let present: Snapshot | undefined;
  let recent: RecentChanges = [];
  let askedAtMs = now();
  let staleSinceMs: number | undefined = askedAtMs;
  let reading: Promise<Snapshot> | undefined;
  let lastReading = { atMs: 0, tookMs: 0 };
  let next: { readonly dueMs: number; readonly timer: NodeJS.Timeout } | undefined;
  let isClosed = false;
  const stops = source.topics.map(({ topic, waitMs }) =>
    subscribe([topic], () => {
      staleSinceMs ??= now();
      schedule(waitMs);
    }),
  );

  return {
    ask() {
      askedAtMs = now();
      if (present === undefined) return refresh();
      if (staleSinceMs === undefined) return present;
      if (askedAtMs - staleSinceMs > mayBeStaleMs) return refresh().catch(insteadOf(present));
      schedule(0);
      return present;
    },
    get present() {
      return present;
    },
    get recent() {
      return recent;
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    get isWatched() {
      return watchers.size > 0;
    },
    get askedAtMs() {
      return askedAtMs;
    },
    get sizeBytes() {
      return present === undefined ? 0 : sizeOf(present);
    },
    close() {
      isClosed = true;
      clearTimeout(next?.timer);
      stops.forEach((stop) => stop());
    },
  };

  /** Reads again soon, if anybody would see it: at once, or so long after the last time that changes can gather. */
  function schedule(waitMs: number): void {
    const nowMs = now();
    const isWanted = watchers.size > 0 || nowMs - askedAtMs < wantedForMs;
    if (isClosed || !isWanted) return;
    const pauseMs = Math.max(waitMs, pausePerReading * lastReading.tookMs);
    const dueMs = Math.max(nowMs, lastReading.atMs + pauseMs);
    if (next !== undefined && next.dueMs <= dueMs) return;
    clearTimeout(next?.timer);
    const timer = setTimeout(() => {
      next = undefined;
      void refresh().catch(() => undefined);
    }, dueMs - nowMs).unref();
    next = { dueMs, timer };
  }

  function refresh(): Promise<Snapshot> {
    reading ??= inTurn(read).finally(() => {
      reading = undefined;
      if (staleSinceMs !== undefined) schedule(100);
    });
    return reading;
  }

  async function read(): Promise<Snapshot> {
    // What is announced from here on may come too late for this reading.
    const staleBeforeMs = staleSinceMs;
    staleSinceMs = undefined;
    const startedMs = now();
    lastReading = { ...lastReading, atMs: startedMs };
    try {
      const call = { actor: anonymous, requestId: newId('request') };
      const answer = await withCall(call, () => source.read(api));
      take(takeSnapshot(name, answer, present, now()));
      return present!;
    } catch (error) {
      if (failedWith(error, 'NOT_FOUND') || failedWith(error, 'INVALID_INPUT')) forget();
      else {
        staleSinceMs = staleBeforeMs ?? startedMs;
        lastReading = { atMs: now() + tryAgainMs, tookMs: 0 };
        log.warn({ snapshot: name, reason: messageOf(error) }, 'A snapshot could not be read; will try again');
      }
      throw problemBehind(error);
    } finally {
      lastReading = { ...lastReading, tookMs: now() - startedMs };
    }
  }

  function take(snapshot: Snapshot): void {
    const former = present;
    present = snapshot;
    if (former === snapshot) return;
    const change =
      former === undefined
        ? { snapshot: name, from: '', to: snapshot.revision, patch: undefined }
        : changeBetween(former, snapshot);
    recent = withChange(recent, change, snapshot);
    for (const watcher of watchers) watcher(change);
  }

  function forget(): void {
    if (present === undefined) return;
    present = undefined;
    recent = [];
    for (const watcher of watchers) watcher(undefined);
  }

  /** While the database is away, what was known last is better than nothing. */
  function insteadOf(former: Snapshot): (error: unknown) => Snapshot {
    return (error) => {
      if (failedWith(error, 'NOT_FOUND')) throw error;
      return former;
    };
  }
}
