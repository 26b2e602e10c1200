import { composeBody, odfElement, writeMessage, type OdfElement } from '@altis/odf';
import type { WallClock } from './wall-clock.ts';

export const competitionCode = 'XWG2030';
export const disciplineCode = 'IHO'.padEnd(34, '-');
/**
 * A game of the men's group A, or an exhibition, which is no part of the tournament; counted from 1: discipline, gender,
 * event, phase and unit in 34 characters.
 */
export const unitCode = (game: number, setting: GameSetting = 'alone'): string =>
  `${setting === 'alone' ? 'IHOMTEAM6-------------GPA-' : 'IHOMEXHIBITION--------EXH-'}${String(game).padStart(4, '0')}00--`;

/** `alone`: with its own schedule and people; `games`: an exhibition at the demo Games, whose register has the players. */
export type GameSetting = 'alone' | 'games';

/** Versions of a later game lie above all those of the games before it. */
const versionsPerGame = 1_000;

/** One message as it leaves the results operator. */
export type HockeyMessage = {
  /** When it may be sent, in milliseconds since the first frame; 0 for what is known before. */
  availableAtMs: number;
  documentType: string;
  documentCode: string;
  documentSubcode?: string;
  resultStatus?: string;
  version: number;
  xml: string;
};

export type MessageHead = Omit<HockeyMessage, 'xml' | 'version'> & { documentSubtype?: string };

/** Numbers the versions of each document and wraps the content in its header. */
export function messageWriter(
  clock: WallClock,
  game: number,
): (head: MessageHead, content: readonly OdfElement[]) => HockeyMessage {
  const versions = new Map<string, number>();
  return ({ documentSubtype, ...head }, content) => {
    const { documentType, documentCode, documentSubcode, resultStatus, availableAtMs } = head;
    const key = [documentType, documentCode, documentSubtype, documentSubcode].join('/');
    const version = (versions.get(key) ?? (game - 1) * versionsPerGame) + 1;
    versions.set(key, version);
    const date = clock.date(availableAtMs);
    const root = composeBody(
      {
        competitionCode,
        documentCode,
        documentSubcode,
        documentType,
        documentSubtype,
        version,
        resultStatus,
        language: undefined,
        feedFlag: 'P',
        date,
        time: clock.time(availableAtMs),
        logicalDate: date,
        source: 'ARNIHO1',
      },
      [odfElement('Competition', { Gen: 'XWG-2030-GEN-1', Sport: 'XWG-2030-IHO-1', Codes: 'XWG-2030-1' }, content)],
    );
    return { ...head, version, xml: writeMessage({ root }) };
  };
}
