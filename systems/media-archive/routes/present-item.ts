import type { ArchiveItem, ArchiveItemDetail } from '../contract/index.ts';
import { actionName, disciplineName } from '../domain/facet-labels.ts';
import type { ShownItem } from '../domain/item.ts';

/** An item as lists show it. */
export function presentItem({ id, kind, facts, importedAt, media }: ShownItem): ArchiveItem {
  const { title, sentence, discipline, action, unit, unitName, organisations, happenedAt } = facts;
  const { durationMs, frameRate, width, height } = media;
  return {
    id,
    kind,
    title: { ...title },
    sentence: { ...sentence },
    discipline,
    action,
    unit,
    unitName: { ...unitName },
    athletes: facts.athletes.map(({ code, name, organisation }) => ({ code, name, organisation })),
    organisations: [...organisations],
    happenedAt,
    importedAt,
    durationMs,
    frameRate,
    width,
    height,
    version: digest(media.media).slice(0, 12),
  };
}

/** An item with all that its own page shows. */
export function presentItemDetail(item: ShownItem): ArchiveItemDetail {
  const { media, state, fileName, moment, session, revision, facts } = item;
  const { sizeBytes, original, codec, inFrame, outFrame, frameTimes, storyboard, storyboardLayout } = media;
  return {
    ...presentItem(item),
    state,
    disciplineName: facts.discipline === null ? {} : { ...disciplineName(facts.discipline) },
    actionName: facts.action === null ? {} : { ...actionName(facts.action) },
    fileName,
    sizeBytes,
    sha256: digest(original),
    codec,
    moment,
    session,
    revision,
    inFrame,
    outFrame,
    hasFrameTimes: frameTimes !== null,
    storyboard: storyboard === null ? null : storyboardLayout,
    source: facts.source,
  };
}

function digest(object: string): string {
  return object.replace(/^sha256-/, '');
}
