import { childElements, type OdfElement } from '@altis/odf';
import type { EventEntry } from './register.ts';

/** An entry for an event, as the newest DT_ENTRIES has it. */
export type EntryFacts = EventEntry & {
  /** Competitor and event: what claims know it by. */
  readonly code: string;
  readonly competitor: string;
  /** The competitor, and who it is made of. */
  readonly members: readonly { readonly code: string; readonly bib: string | null }[];
};

/** Reads an `Entry` of DT_ENTRIES, which is about an event; undefined where it has no code. */
export function readEntry(entry: OdfElement, event: string): EntryFacts | undefined {
  const { Code: competitor = '', Bib: bib = '', EntryStatus: status = '' } = entry.attributes;
  if (competitor === '') return undefined;
  const athletes = childElements(entry, 'Composition').flatMap((composition) => childElements(composition, 'Athlete'));
  const members = athletes
    .map(({ attributes }) => ({ code: attributes['Code'] ?? '', bib: attributes['Bib'] ?? null }))
    .filter(({ code }) => code !== '' && code !== competitor);
  return {
    code: `${competitor} ${event}`,
    competitor,
    event,
    bib: bib === '' ? null : bib,
    status: status === '' ? null : status,
    members: [{ code: competitor, bib: bib === '' ? null : bib }, ...members],
  };
}
