import type { ArchiveItemDetail } from '../contract/index.ts';

export type ByLanguage = Readonly<Record<string, string>>;
type ItemAthlete = {
  readonly code: string;
  readonly name: string;
  readonly localName: string | null;
  readonly organisation: string;
};
type StoryboardLayout = NonNullable<ArchiveItemDetail['storyboard']>;

/** What an item tells: everything that a correction can change. */
export type ItemFacts = {
  readonly title: ByLanguage;
  readonly sentence: ByLanguage;
  readonly discipline: string | null;
  readonly action: string | null;
  readonly unit: string | null;
  readonly unitName: ByLanguage;
  readonly athletes: readonly ItemAthlete[];
  readonly organisations: readonly string[];
  /** ISO 8601. */
  readonly happenedAt: string | null;
  readonly source: ArchiveItemDetail['source'];
};

/** The pictures and sound of an item; the names are those of objects in the store. */
export type ItemMedia = {
  /** As it came in. */
  readonly original: string;
  /** What browsers play; a clip is its own. */
  readonly media: string;
  readonly poster: string;
  readonly storyboard: string | null;
  readonly storyboardLayout: StoryboardLayout | null;
  /** A JSON array: the time of each frame of `media` in milliseconds. */
  readonly frameTimes: string | null;
  readonly sizeBytes: number;
  readonly durationMs: number;
  /** Frames a second. */
  readonly frameRate: number;
  readonly width: number;
  readonly height: number;
  readonly codec: string | null;
  /** Of a clip: where it begins and ends in its session, both included. */
  readonly inFrame: number | null;
  readonly outFrame: number | null;
};

/** One thing kept in the archive. Without media it is not shown yet: its clip is still being cut. */
export type Item = {
  readonly id: string;
  readonly kind: 'clip' | 'asset';
  readonly state: 'kept' | 'withdrawn';
  readonly fileName: string;
  readonly moment: string | null;
  readonly session: string | null;
  /** Grows with every correction of its moment. */
  readonly revision: number;
  /** The revision that the clip was cut for; null without one. */
  readonly clipRevision: number | null;
  readonly importedAt: string;
  readonly facts: ItemFacts;
  readonly media: ItemMedia | null;
};

export type ShownItem = Item & { readonly media: ItemMedia };

/** Whether an item can be opened at all. */
export function isShown(item: Item | undefined): item is ShownItem {
  return item?.media !== undefined && item.media !== null;
}
