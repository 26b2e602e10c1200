import type { OdfElement } from '../odf-element.ts';
import { elementText } from '../odf-element.ts';
import type { Rsc } from '../rsc.ts';
import { parseRsc } from '../rsc.ts';
import { children, rootPlace, text, warn } from '../views/place.ts';
import type { Place } from '../views/place.ts';
import { contentKind, isAboutSport, readContent } from './odf-content.ts';
import type { OdfContent } from './odf-content.ts';
import type { OdfHeader } from './odf-header.ts';
import type { OdfWarning } from './odf-warning.ts';

/** A message: its header, its typed content where the type is one of those known here, and all of it as a tree. */
export type OdfMessage = {
  readonly header: OdfHeader;
  /** The document code as RSC, where it is one. */
  readonly rsc: Rsc | undefined;
  /** Versions of the dictionaries the message follows, e.g. `XWG-2030-GEN`. */
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
    content: contentOf(header, body, competition),
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
  if (isAboutSport(header.documentType)) warn(body, 'DocumentCode', `${rsc.fault.message} ${rsc.fault.remedy}`);
  return undefined;
}

function contentOf({ documentType }: OdfHeader, body: Place, competition: Place | undefined): OdfContent {
  const kind = contentKind(documentType);
  if (kind === 'signal') return { kind };
  if (kind === 'alert') return { kind, notes: children(body, 'Note').map(({ element }) => elementText(element)) };
  if (competition === undefined) return { kind: 'invalidation' };
  for (const name of ['Gen', 'Codes'])
    if (text(competition, name) === undefined) warn(competition, name, 'is missing.');
  return kind === undefined ? { kind: 'other' } : readContent(kind, competition);
}
