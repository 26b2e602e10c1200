import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Json } from '@altis/json-patch';
import { z } from 'zod';
import { followEvents, type LiveEvent } from './follow-events.ts';
import type { LiveSnapshot } from './live-snapshots.ts';
import { createLiveStream, type LiveStream } from './live-stream.ts';

/** A snapshot as a page shows it. */
export type Live<Data> = {
  /** What is known; also while the connection is lost. */
  readonly data: Data | undefined;
  readonly error: unknown;
  /** Whether changes arrive by themselves; while they do not, the snapshot is read again every few seconds. */
  readonly isLive: boolean;
  readonly refetch: () => void;
};

type Kept<Data> = { readonly revision: string; readonly data: Data };

/** While no changes arrive. */
const readAgainMs = 10_000;
let stream: LiveStream | undefined;

/**
 * A public snapshot that follows what happens: `const { data, error, isLive } = useLive(liveSnapshots.unit(rsc))`. It is
 * fetched once, where a cache in front may answer; then only what changes is sent.
 */
export function useLive<Data>(snapshot: LiveSnapshot<Data>): Live<Data> {
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  const { name } = snapshot;
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(name),
    queryFn: ({ signal }) => fetchSnapshot(snapshot, '', signal),
    // The stream says when it is stale.
    staleTime: Infinity,
    refetchInterval: isLive ? false : readAgainMs,
  });
  const isThere = data !== undefined;
  // Its name says which it is; the object is made anew whenever the page is drawn.
  const begin = useEffectEvent((from: LiveStream) =>
    from.follow({ ...followSnapshot(client, snapshot, from), onLive: setLive }),
  );
  useEffect(() => {
    if (!isThere) return undefined;
    stream ??= createLiveStream();
    const end = begin(stream);
    return () => {
      end();
      setLive(false);
    };
  }, [name, isThere]);
  return { data: data?.data, error, isLive: isLive && isThere, refetch: () => void refetch() };
}

/** Keeps the copy of a snapshot in the page's cache up to date. */
function followSnapshot<Data>(client: QueryClient, snapshot: LiveSnapshot<Data>, from: LiveStream) {
  const key = keyOf(snapshot.name);
  const kept = (): Kept<Data> | undefined => client.getQueryData<Kept<Data>>(key);
  /** What the stream said while the snapshot is fetched anew. */
  let waiting: LiveEvent[] | undefined;

  /** Whether the copy is then as the stream says; if not, which revision it should be. */
  function takeIn(events: readonly LiveEvent[]): { isCurrent: true } | { isCurrent: false; revision: string | null } {
    const has = kept();
    if (has === undefined) return { isCurrent: true };
    // It came as JSON.
    const outcome = followEvents({ revision: has.revision, data: has.data as Json }, events);
    if (outcome.kind === 'behind') return { isCurrent: false, revision: outcome.revision };
    const { revision, data } = outcome.followed;
    if (revision !== has.revision) client.setQueryData(key, { revision, data: snapshot.schema.parse(data) });
    return { isCurrent: true };
  }

  async function reload(revision: string | null): Promise<void> {
    waiting = [];
    try {
      // In the address, so that no cache in between answers with what came before.
      client.setQueryData(key, await fetchSnapshot(snapshot, revision === null ? '' : `?revision=${revision}`));
      const isCurrent = takeIn(waiting).isCurrent && (waiting.length > 0 || kept()?.revision === revision);
      waiting = undefined;
      if (!isCurrent) from.catchUp();
    } catch {
      waiting = undefined;
      await client.refetchQueries({ queryKey: key, exact: true });
      setTimeout(() => from.catchUp(), readAgainMs);
    }
  }

  return {
    snapshot: snapshot.name,
    revision: () => kept()?.revision,
    onEvent: (event: LiveEvent) => {
      if (waiting !== undefined) {
        waiting.push(event);
        return;
      }
      const taken = takeIn([event]);
      if (!taken.isCurrent) void reload(taken.revision);
    },
  };
}

/** Not under `results`: what the stream keeps up to date is not read again because something else changed. */
function keyOf(name: string): readonly string[] {
  return ['results-live', name];
}

const Refusal = z.object({ code: z.string(), message: z.string(), data: z.unknown().optional() });

async function fetchSnapshot<Data>(
  { name, schema }: LiveSnapshot<Data>,
  query: string,
  signal?: AbortSignal,
): Promise<Kept<Data>> {
  const address = `/api/results/snapshots/${name}.json${query}`;
  const response = await fetch(address, { credentials: 'omit', ...(signal === undefined ? {} : { signal }) });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return z.object({ revision: z.string(), data: schema }).parse(body);
  const refusal = Refusal.safeParse(body).data ?? { code: 'UNKNOWN', message: response.statusText };
  throw Object.assign(new Error(refusal.message), refusal, { status: response.status });
}
