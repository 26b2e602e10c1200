import type { Moment, MomentClip } from '@altis/media-description/contract';
import type { Item, ItemFacts, ItemMedia } from './item.ts';

/** What an event tells of a moment: as it is at its revision, and its clip if the event is about that. */
export type ToldMoment = { readonly moment: Moment; readonly clip?: MomentClip };

/** What became of the item: nothing new, noted while it has no clip to show, or how it changed for those who see it. */
export type MomentChange = 'none' | 'noted' | 'shown' | 'corrected' | 'withdrawn' | 'restored' | 'recut';

/**
 * The item of a moment after an event, whatever order events come in: the highest revision of the moment stays, and the
 * clip that was cut for the highest. Of two events of one revision the withdrawal wins.
 */
export function takeMoment(
  known: Item | undefined,
  told: ToldMoment,
  next: { readonly id: string; readonly atMs: number },
): { readonly item: Item; readonly change: MomentChange } {
  const { moment } = told;
  const before = known ?? emptyItem(moment, next);
  const isNewer = known === undefined || isAbove(moment, known);
  const described: Item = isNewer
    ? {
        ...before,
        facts: factsOf(moment),
        revision: moment.revision,
        state: moment.state === 'withdrawn' ? 'withdrawn' : 'kept',
      }
    : before;
  const item = withClip(described, told);
  return { item, change: changeBetween(known, item) };
}

function isAbove(moment: Moment, known: Item): boolean {
  if (moment.revision !== known.revision) return moment.revision > known.revision;
  return moment.state === 'withdrawn' && known.state !== 'withdrawn';
}

function withClip(item: Item, { moment, clip }: ToldMoment): Item {
  if (clip === undefined || moment.revision < (item.clipRevision ?? 0)) return item;
  const isSame = item.media?.media === clip.object && item.media.poster === clip.poster;
  const media = isSame && item.media !== null ? item.media : mediaOf(clip);
  return { ...item, clipRevision: moment.revision, media };
}

function changeBetween(known: Item | undefined, item: Item): MomentChange {
  const isAsBefore = known?.revision === item.revision && known.state === item.state && known.media === item.media;
  if (isAsBefore) return 'none';
  if (item.media === null) return 'noted';
  if (known === undefined || known.media === null) return 'shown';
  if (known.state !== item.state) return item.state === 'withdrawn' ? 'withdrawn' : 'restored';
  return known.revision === item.revision ? 'recut' : 'corrected';
}

function emptyItem(moment: Moment, { id, atMs }: { readonly id: string; readonly atMs: number }): Item {
  return {
    id,
    kind: 'clip',
    state: 'kept',
    fileName: `${moment.id}.mp4`,
    moment: moment.id,
    session: moment.session,
    revision: moment.revision,
    clipRevision: null,
    importedAt: new Date(atMs).toISOString(),
    facts: factsOf(moment),
    media: null,
  };
}

function factsOf(moment: Moment): ItemFacts {
  const { title, sentence, discipline, action, unit, unitName, athletes, organisations, at, source } = moment;
  return {
    title,
    sentence,
    discipline,
    action,
    unit,
    unitName,
    athletes: athletes.map(({ code, name, localName, organisation }) => ({ code, name, localName, organisation })),
    organisations,
    happenedAt: at,
    source:
      source.kind === 'message'
        ? { message: source.message, documentType: source.documentType, version: source.version }
        : null,
  };
}

function mediaOf(clip: MomentClip): ItemMedia {
  const { object, poster, sizeBytes, durationMs, frameRate, width, height, inFrame, outFrame } = clip;
  return {
    original: object,
    media: object,
    poster,
    storyboard: null,
    storyboardLayout: null,
    frameTimes: null,
    sizeBytes,
    durationMs,
    frameRate,
    width,
    height,
    codec: null,
    inFrame,
    outFrame,
  };
}
