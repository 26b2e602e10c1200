import type { OdfElement } from '@altis/odf';
import type { Report } from '../story/report.ts';

/** RSC of a whole discipline. */
export const disciplineRsc = (discipline: string): string => discipline.padEnd(34, '-');

/** Document code of what is about the Games as a whole. */
export const gamesCode = 'GLO'.padEnd(34, '-');

/** A message of the office of the Games, which is no venue's. */
export function fromOffice(
  atMs: number,
  day: number,
  head: Pick<Report, 'documentType' | 'documentCode' | 'documentSubtype' | 'documentSubcode' | 'status'>,
  content: () => readonly OdfElement[],
): Report {
  return { ...head, atMs, day, pace: 'office', venue: undefined, source: 'GAMESOFFICE', content };
}
