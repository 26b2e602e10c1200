import { parseRsc, rscLevel, type Fault, type OdfHeader } from '@altis/odf';
import type { DocumentKind, DocumentRole } from './document-role.ts';

/** Why a message is refused, and what its sender can do. */
export type Flaw = {
  readonly kind: 'unreadable' | 'wrong' | 'foreign' | 'too-large';
  readonly reason: string;
  readonly remedy: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
};

/** The largest message that is taken in. */
export const largestMessageBytes = 64 * 1024 * 1024;

export const emptyMessage: Flaw = {
  kind: 'unreadable',
  reason: 'The message is empty: it has no bytes.',
  remedy: 'Check that the file was written before it was sent, and send it again.',
};

/** The flaw of a message that exceeds the limit. */
export function tooLarge(): Flaw {
  return {
    kind: 'too-large',
    reason: `The message is larger than ${largestMessageBytes / 1024 / 1024} MiB.`,
    remedy: 'Send the list in parts, as _UPDATE messages; the largest genuine messages are far smaller.',
  };
}

const beyondLimit =
  'No genuine message comes near this limit: look at what wrote it. A long list can be sent in parts, as _UPDATE messages.';

/** What the reader found, with its place in the message. */
export function flawOfFault({ kind, message, remedy: ofReader, line, column }: Fault): Flaw {
  // The reader's limits are for who calls it to raise; a sender cannot.
  const remedy = kind === 'limit' ? beyondLimit : ofReader;
  const place = line === undefined || column === undefined ? {} : { line, column };
  const where = line === undefined ? '' : ` (line ${line}, column ${column ?? 1})`;
  return { kind: 'unreadable', reason: `${message}${where}`, remedy, ...place };
}

/** What is about a unit, and what may be about the Games as a whole, or a venue. */
const ofUnits: readonly DocumentKind[] = ['results', 'current', 'play-by-play'];
const ofNoPlace: readonly DocumentKind[] = ['medal-table', 'records', 'communication', 'weather'];

/** What is wrong with a header for this installation: a code that is none, or another Games. */
export function findHeaderFlaw(
  header: OdfHeader,
  role: DocumentRole,
  competition: string | undefined,
): Flaw | undefined {
  if (competition !== undefined && header.competitionCode !== competition) {
    return {
      kind: 'foreign',
      reason: `The message is of the Games "${header.competitionCode}", and this installation is for "${competition}".`,
      remedy: `Send it to the installation of "${header.competitionCode}", or set ALTIS_RESULTS_COMPETITION on one with data of its own.`,
    };
  }
  // Code tables and names belong to no place in the tree of codes.
  if (role.kind === 'other' || (role.kind === 'register' && ['code', 'name'].includes(role.entity))) return undefined;
  if (role.kind === 'document' && ofNoPlace.includes(role.document)) return undefined;
  const rsc = parseRsc(header.documentCode);
  if (!rsc.ok) return { kind: 'wrong', reason: `DocumentCode: ${rsc.fault.message}`, remedy: rsc.fault.remedy };
  const isOfUnit = role.kind === 'document' && ofUnits.includes(role.document);
  if (!isOfUnit || rscLevel(rsc.value) === 'unit') return undefined;
  return {
    kind: 'wrong',
    reason: `DocumentCode: ${header.documentType} is about a unit, and "${header.documentCode}" is the code of a ${rscLevel(rsc.value)}.`,
    remedy: 'Write the RSC of the unit with all its 34 characters, e.g. IHOMTEAM6-------------FNL-000100--.',
  };
}
