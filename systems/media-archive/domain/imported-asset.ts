import type { Item, ItemMedia } from './item.ts';
import { titleOfFileName } from './title-of-file-name.ts';

/** The item of a video that was imported: all that is known of it is in the file and its name. */
export function importedAsset(
  video: { readonly fileName: string; readonly media: ItemMedia; readonly recordedAt: string | undefined },
  next: { readonly id: string; readonly atMs: number },
): Item {
  return {
    id: next.id,
    kind: 'asset',
    state: 'kept',
    fileName: video.fileName,
    moment: null,
    session: null,
    revision: 1,
    clipRevision: null,
    importedAt: new Date(next.atMs).toISOString(),
    facts: {
      title: { und: titleOfFileName(video.fileName) },
      sentence: {},
      discipline: null,
      action: null,
      unit: null,
      unitName: {},
      athletes: [],
      organisations: [],
      happenedAt: video.recordedAt ?? null,
      source: null,
    },
    media: video.media,
  };
}
