import { createHash } from 'node:crypto';
import type { OdfHeader } from '../message/odf-header.ts';
import type { OdfMessage } from '../message/odf-message.ts';
import type { OdfElement, OdfNode } from '../odf-element.ts';
import { childElements } from '../odf-element.ts';
import { sendingTime } from '../times.ts';

/** Which message of its key this is: what a store keeps of it to judge the next one. */
export type VersionStamp = {
  readonly version: number;
  /** See `contentDigest`. */
  readonly digest: string;
  /** Header Date and Time, local to the venue (see `sendingTime`); orders messages of different keys. */
  readonly sentAt: string;
};

/**
 * The key within which versions ascend and the highest holds: CompetitionCode, DocumentType, DocumentCode,
 * DocumentSubtype, DocumentSubcode and Language, with the feed flag, so that test messages never meet others.
 * A text to compare or to index by; not to be taken apart.
 */
export function versionKey(header: OdfHeader): string {
  return JSON.stringify([
    header.feedFlag,
    header.competitionCode,
    header.documentType,
    header.documentCode,
    header.documentSubtype ?? '',
    header.documentSubcode ?? '',
    header.language ?? '',
  ]);
}

/** The stamp of a message. */
export function versionStamp(message: OdfMessage): VersionStamp {
  return { version: message.header.version, digest: contentDigest(message), sentAt: sendingTime(message.header) };
}

/**
 * SHA-256 (hex) of what a message says: its result status and everything inside `OdfBody`. The order of attributes,
 * layout and the moment of sending do not count, so that a message sent again is seen as the same.
 */
export function contentDigest(message: OdfMessage): string {
  const said = [message.header.resultStatus ?? null, childElements(message.root).map(canonical)];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

function canonical(node: OdfNode): unknown {
  return typeof node === 'string' ? node : canonicalElement(node);
}

function canonicalElement(element: OdfElement): unknown {
  const attributes = Object.entries(element.attributes).sort(([left], [right]) => (left < right ? -1 : 1));
  return [element.name, attributes, element.children.map(canonical)];
}
