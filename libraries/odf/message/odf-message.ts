import type { OdfElement } from '../odf-element.ts';
import type { Rsc } from '../rsc.ts';
import { parseRsc } from '../rsc.ts';
import { children, rootPlace, text, warn } from '../views/place.ts';
import type { Place } from '../views/place.ts';
import { readParticipants, readTeams } from '../views/participants.ts';
import type { OdfParticipants, OdfTeams } from '../views/participants.ts';
import { readPlayByPlay } from '../views/play-by-play.ts';
import type { OdfPlayByPlay } from '../views/play-by-play.ts';
import { readResults } from '../views/results.ts';
import type { OdfResults } from '../views/results.ts';
import { readSchedule } from '../views/schedule.ts';
import type { OdfSchedule } from '../views/schedule.ts';
import type { OdfHeader } from './odf-header.ts';
import type { OdfWarning } from './odf-warning.ts';

/** A message: its header, its typed content where the type is one of those known here, and all of it as a tree. */
export type OdfMessage = {
  readonly header: OdfHeader;
  /** The document code as RSC, where it is one. */
  readonly rsc: Rsc | undefined;
  /** Versions of the dictionaries the message follows, e.g. `WOG-2022-GEN`. */
  readonly dictionaries: OdfDictionaries;
  readonly content: OdfContent;
  /** The whole `OdfBody`, nothing left out; see `OdfElement`. */
  readonly root: OdfElement;
};

/** Attributes of `Competition`. */
export type OdfDictionaries = {
  readonly gen: string | undefined;
  readonly sport: string | undefined;
  readonly codes: string | undefined;
};

/**
 * What a message says, by kind of document. `other` is only in the tree. `invalidation` is a message without
 * `Competition`: it withdraws what earlier versions said.
 */
export type OdfContent =
  | OdfSchedule
  | OdfParticipants
  | OdfTeams
  | OdfResults
  | OdfPlayByPlay
  | { readonly kind: 'other' }
  | { readonly kind: 'invalidation' };

const readers: ReadonlyMap<string, (competition: Place) => OdfContent> = new Map<
  string,
  (competition: Place) => OdfContent
>([
  ['DT_SCHEDULE', readSchedule],
  ['DT_SCHEDULE_UPDATE', readSchedule],
  ['DT_PARTIC', readParticipants],
  ['DT_PARTIC_UPDATE', readParticipants],
  ['DT_PARTIC_TEAMS', readTeams],
  ['DT_PARTIC_TEAMS_UPDATE', readTeams],
  ['DT_RESULT', readResults],
  ['DT_PLAY_BY_PLAY', readPlayByPlay],
]);

/** Puts a message together from its header and tree; adds to `warnings` what is not as ODF says. */
export function viewMessage(header: OdfHeader, root: OdfElement, warnings: OdfWarning[]): OdfMessage {
  const body = rootPlace(root, warnings);
  const competitions = children(body, 'Competition');
  const [competition, second] = competitions;
  if (second !== undefined) warn(second, undefined, 'Only the first <Competition> is read.');
  return {
    header,
    rsc: documentRsc(header, body),
    dictionaries: dictionariesOf(competition?.element.attributes ?? {}),
    content: contentOf(header, competition),
    root,
  };
}

/** The attributes of `Competition` by name. */
export function dictionariesOf(attributes: Readonly<Record<string, string>>): OdfDictionaries {
  return { gen: attributes['Gen'], sport: attributes['Sport'], codes: attributes['Codes'] };
}

/** The document code as RSC; a warning where it must be one and is not. */
export function documentRsc(header: OdfHeader, body: Place): Rsc | undefined {
  const rsc = parseRsc(header.documentCode);
  if (rsc.ok) return rsc.value;
  if (readers.has(header.documentType)) warn(body, 'DocumentCode', `${rsc.fault.message} ${rsc.fault.remedy}`);
  return undefined;
}

function contentOf(header: OdfHeader, competition: Place | undefined): OdfContent {
  if (competition === undefined) return { kind: 'invalidation' };
  for (const name of ['Gen', 'Codes'])
    if (text(competition, name) === undefined) warn(competition, name, 'is missing.');
  return readers.get(header.documentType)?.(competition) ?? { kind: 'other' };
}
