import { applyPatch, Patch, type Json } from '@altis/json-patch';
import { z } from 'zod';

/** What a page has of a snapshot. */
export type Followed = { readonly revision: string; readonly data: Json };

/** What the stream says of a snapshot: see `GET /api/results/stream`. */
export type LiveEvent =
  | {
      readonly kind: 'patch';
      readonly snapshot: string;
      readonly from: string;
      readonly to: string;
      readonly patch: Patch;
    }
  | { readonly kind: 'reload'; readonly snapshot: string; readonly to: string | null };
type Patch = z.infer<typeof Patch>;

const PatchEvent = z.object({ snapshot: z.string(), from: z.string(), to: z.string(), patch: Patch });
const ReloadEvent = z.object({ snapshot: z.string(), to: z.string().nullable() });

/** Reads an event of the stream; throws for what is none. */
export function readLiveEvent(kind: 'patch' | 'reload', data: string): LiveEvent {
  const value: unknown = JSON.parse(data);
  return kind === 'patch' ? { kind, ...PatchEvent.parse(value) } : { kind, ...ReloadEvent.parse(value) };
}

export type Outcome =
  /** It is as the stream says by now; the same object where nothing changed. */
  | { readonly kind: 'current'; readonly followed: Followed }
  /** It has to be fetched anew; `revision` is what it should be by now, null when it is gone. */
  | { readonly kind: 'behind'; readonly revision: string | null };

/**
 * Brings what a page has up to date with the events that came since, in their order. Events that lead up to what it has
 * already are passed over, so that events and a fetched snapshot may come in either order.
 */
export function followEvents(followed: Followed, events: readonly LiveEvent[]): Outcome {
  const last = events.at(-1);
  if (last === undefined) return { kind: 'current', followed };
  const start = events.findLastIndex((event) => event.kind === 'patch' && event.from === followed.revision);
  let now = followed;
  if (followed.revision !== last.to) {
    for (const event of start === -1 ? events : events.slice(start)) {
      const applied =
        event.kind === 'patch' && event.from === now.revision ? applyPatch(now.data, event.patch) : undefined;
      if (event.kind === 'reload' || applied?.ok !== true) return { kind: 'behind', revision: last.to };
      now = { revision: event.to, data: applied.value };
    }
  }
  return { kind: 'current', followed: now };
}
