import { parseRsc, readParticipant, readSession, readTeam, readUnit, type OdfHeader, type Place } from '@altis/odf';
import { readCodeSet, type CodeFacts } from './code-set.ts';
import type { EntityKind } from './document-role.ts';
import { readEntry, type EntryFacts } from './entry-facts.ts';
import { readLocalName, type LocalNameFacts } from './local-name.ts';
import { participantFacts, teamFacts, type ParticipantFacts, type TeamFacts } from './register.ts';
import { scheduledUnit, sessionFacts, type ScheduledUnit, type SessionFacts } from './scheduled-unit.ts';

/** What an element of a list says of one thing. */
export type EntityFacts =
  | ScheduledUnit
  | SessionFacts
  | ParticipantFacts
  | TeamFacts
  | LocalNameFacts
  | EntryFacts
  | CodeFacts;

type Reader = {
  readonly elements: readonly string[];
  readonly read: (place: Place, header: OdfHeader, zone: string) => EntityFacts | undefined;
};

const readers: Readonly<Record<EntityKind, Reader>> = {
  unit: {
    elements: ['Unit'],
    read: (place, _header, zone) => {
      const unit = readUnit(place);
      return parseRsc(unit.code).ok ? scheduledUnit(unit, zone) : undefined;
    },
  },
  session: { elements: ['Session'], read: (place) => sessionFacts(readSession(place)) },
  participant: { elements: ['Participant'], read: (place) => participantFacts(readParticipant(place)) },
  team: { elements: ['Team'], read: (place) => teamFacts(readTeam(place)) },
  name: { elements: ['Participant', 'Team'], read: ({ element }, { language }) => readLocalName(element, language) },
  entry: { elements: ['Entry'], read: ({ element }, { documentCode }) => readEntry(element, documentCode) },
  code: {
    elements: ['CodeSet'],
    read: ({ element }, { documentSubtype = '' }) => readCodeSet(element, documentSubtype),
  },
};

/** What an element of a list says; undefined where it is of another kind or has no usable code. */
export function entityFacts(place: Place, kind: EntityKind, header: OdfHeader, zone: string): EntityFacts | undefined {
  const { elements, read } = readers[kind];
  if (!elements.includes(place.element.name)) return undefined;
  const facts = read(place, header, zone);
  return facts?.code === '' ? undefined : facts;
}

/** What lists and updates have in common that speak of the same things: of all of one subject, the list sent last holds. */
export function subjectOf(kind: EntityKind, header: OdfHeader): string {
  const type = header.documentType.replace(/_UPDATE$/, '');
  const subject = `${type} ${header.documentCode}`;
  if (kind === 'code') return `${subject} ${header.documentSubtype ?? ''}`;
  return kind === 'name' ? `${subject} ${header.language ?? ''}` : subject;
}
