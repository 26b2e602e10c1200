import { elementText, type OdfDecision, type OdfMessage, type OdfProtest } from '@altis/odf';
import type { Communication } from '../contract/index.ts';
import { toInstant } from './instant.ts';

/** A decision, protest or notice as its message has it. */
export type CommunicationFacts = Omit<Communication, 'source'>;

/** Reads a DT_COMMUNICATION (decisions and protests; without either a notice), or a DT_ALERT. */
export function communicationFacts({ header, content }: OdfMessage, zone: string): CommunicationFacts[] {
  const parts = [header.documentCode, header.documentSubtype, header.documentSubcode];
  const id = parts.filter((part) => part !== undefined).join(' ');
  const unit = isUnit(header.documentCode) ? header.documentCode : null;
  if (content.kind === 'alert') {
    return content.notes.map((note, index) => ({
      ...noticeOf(note),
      id: `${id} ${index + 1}`,
      unit,
      publishedAt: null,
    }));
  }
  if (content.kind !== 'communication') return [];
  const { publishTime, decisions, protests, element } = content;
  const publishedAt = toInstant(publishTime, zone);
  const said = [
    ...decisions.map((decision) => ({ kind: 'decision' as const, ...wordsOf(decision), status: null })),
    ...protests.map((protest) => {
      const { title, ...words } = wordsOf(protest);
      return {
        kind: 'protest' as const,
        ...words,
        title: title ?? protest.rule ?? null,
        status: protest.status || null,
      };
    }),
  ];
  const text = elementText(element).trim();
  const all = said.length > 0 || text === '' ? said : [{ ...noticeOf(text), unit: null }];
  return all.map((each, index) => ({ ...each, id: `${id} ${index + 1}`, unit: each.unit ?? unit, publishedAt }));
}

function wordsOf({ unit, subtitle, summary, details, element }: OdfDecision | OdfProtest) {
  const texts = [summary, details].filter((text) => text !== undefined && text !== '').join('\n\n');
  const text = texts === '' ? elementText(element).trim() : texts;
  return { unit: unit ?? null, title: subtitle || null, text: text === '' ? null : text };
}

function noticeOf(text: string) {
  return { kind: 'notice' as const, title: null, text, status: null };
}

function isUnit(code: string): boolean {
  return code.length === 34 && !/^-+$/.test(code.slice(26));
}
