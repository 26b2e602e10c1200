import { composeBody } from '../message/odf-header.ts';
import type { OdfHeader } from '../message/odf-header.ts';
import type { OdfMessage } from '../message/odf-message.ts';
import { writeMessage } from '../message/write-message.ts';
import { odfElement } from '../odf-element.ts';
import type { OdfElement } from '../odf-element.ts';
import { messageOf } from './sample-messages.ts';

/** A message of the invented Games XWG2030, with an id that tells which it is. */
export type Sent = { readonly id: string; readonly message: OdfMessage };

export function sentMessage(
  documentType: string,
  documentCode: string,
  version: number,
  time: string,
  header: Partial<OdfHeader>,
  content: readonly OdfElement[] | undefined,
): Sent {
  const full: OdfHeader = {
    competitionCode: 'XWG2030',
    documentCode,
    documentSubcode: undefined,
    documentType,
    documentSubtype: undefined,
    version,
    resultStatus: undefined,
    language: undefined,
    feedFlag: 'P',
    date: '2030-02-22',
    time,
    logicalDate: '2030-02-22',
    source: 'TEST',
    ...header,
  };
  const competition = content && odfElement('Competition', { Gen: 'G', Sport: 'S', Codes: 'C' }, content);
  const root = composeBody(full, competition === undefined ? [] : [competition]);
  return { id: `${documentType} ${full.documentSubcode ?? ''} ${version}`, message: messageOf(writeMessage({ root })) };
}

/** Header Time: so many minutes past ten. */
export function clock(version: number): string {
  return `10${String(version).padStart(2, '0')}00000`;
}
