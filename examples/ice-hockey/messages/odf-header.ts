import type { WallClock } from './wall-clock.ts';
import { element } from './xml.ts';

export const competitionCode = 'XWG2030';
export const disciplineCode = 'IHO'.padEnd(34, '-');
/** Men's group A, first game: discipline, gender, event, phase and unit in 34 characters. */
export const unitCode = 'IHOMTEAM6-------------GPA-000100--';

/** One message as it leaves the results operator. */
export type OdfMessage = {
  /** When it may be sent, in milliseconds since the first frame; 0 for what is known before. */
  availableAtMs: number;
  documentType: string;
  documentCode: string;
  documentSubcode?: string;
  resultStatus?: string;
  version: number;
  xml: string;
};

export type MessageHead = Omit<OdfMessage, 'xml' | 'version'> & { documentSubtype?: string };

/** Numbers the versions of each document and wraps the content in its header. */
export function messageWriter(clock: WallClock): (head: MessageHead, content: readonly string[]) => OdfMessage {
  const versions = new Map<string, number>();
  return (head, content) => {
    const { documentType, documentCode, documentSubtype, documentSubcode, resultStatus, availableAtMs } = head;
    const key = [documentType, documentCode, documentSubtype, documentSubcode].join('/');
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    const body = element(
      'OdfBody',
      {
        CompetitionCode: competitionCode,
        DocumentCode: documentCode,
        DocumentSubcode: documentSubcode,
        DocumentType: documentType,
        DocumentSubtype: documentSubtype,
        Version: version,
        ResultStatus: resultStatus,
        FeedFlag: 'P',
        Date: clock.date(availableAtMs),
        Time: clock.time(availableAtMs),
        LogicalDate: clock.date(availableAtMs),
        Source: 'ARNIHO1',
      },
      [element('Competition', { Gen: 'XWG-2030-GEN-1', Sport: 'XWG-2030-IHO-1', Codes: 'XWG-2030-1' }, content)],
    );
    return {
      availableAtMs,
      documentType,
      documentCode,
      ...(documentSubcode !== undefined && { documentSubcode }),
      ...(resultStatus !== undefined && { resultStatus }),
      version,
      xml: `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`,
    };
  };
}
