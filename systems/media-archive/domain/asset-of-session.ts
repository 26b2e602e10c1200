import type { SessionPrepared } from '@altis/media-description/contract';
import type { infer as Infer } from 'zod';
import type { Item } from './item.ts';

export type PreparedSession = Infer<(typeof SessionPrepared)['payload']>;

/** The asset of a session's whole recording; what was read from the same bytes before stays. */
export function assetOfSession(
  known: Item | undefined,
  session: PreparedSession,
  next: { readonly id: string; readonly atMs: number },
): Item {
  const { original, proxy, poster, storyboard, tiles, sizeBytes, durationMs, frameRate, width, height } = session;
  const isSamePicture = known?.media?.media === proxy;
  return {
    id: known?.id ?? next.id,
    kind: 'asset',
    state: 'kept',
    fileName: session.fileName,
    moment: null,
    session: session.session,
    revision: 1,
    clipRevision: null,
    importedAt: known?.importedAt ?? new Date(next.atMs).toISOString(),
    facts: {
      title: { und: session.title },
      sentence: {},
      discipline: session.discipline,
      action: null,
      unit: session.unit,
      unitName: {},
      athletes: [],
      organisations: [],
      happenedAt: session.startsAt,
      source: null,
    },
    media: {
      original,
      media: proxy,
      poster,
      storyboard,
      storyboardLayout: tiles,
      frameTimes: isSamePicture ? (known.media?.frameTimes ?? null) : null,
      sizeBytes,
      durationMs,
      frameRate,
      width,
      height,
      codec: known?.media?.codec ?? null,
      inFrame: null,
      outFrame: null,
    },
  };
}
