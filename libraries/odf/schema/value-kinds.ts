import { isDate, parseDateTime, parseHeaderTime, parseMatchClock } from '../times.ts';
import { parseRsc } from '../rsc.ts';
import { documentTypes } from './document-types.ts';
import { resultStatuses, scheduleStatuses } from './vocabulary.ts';

/** What the value of an attribute must be. */
export type ValueKind = keyof typeof valueKinds;

type Judge = { readonly allows: (value: string) => boolean; readonly remedy: string };

const oneOf = (allowed: readonly string[]): Judge => ({
  allows: (value) => allowed.includes(value),
  remedy: `Write ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}.`,
});
const like = (pattern: RegExp, remedy: string): Judge => ({ allows: (value) => pattern.test(value), remedy });

/** By name: which values are allowed, and what to write instead of others. */
export const valueKinds = {
  rsc: {
    allows: (value: string) => parseRsc(value).ok,
    remedy: 'Write an RSC of 34 characters: discipline (3), gender (1), event (18), phase (4), unit (8).',
  },
  date: { allows: isDate, remedy: 'Write a day of the calendar, YYYY-MM-DD.' },
  time: {
    allows: (value: string) => /^\d{9}$/.test(value) && parseHeaderTime(value).ok,
    remedy: 'Write nine digits hhmmssfff, e.g. 151407312 for 15:14:07.312.',
  },
  dateTime: {
    allows: (value: string) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(value) && parseDateTime(value).ok,
    remedy: 'Write YYYY-MM-DDThh:mm:ss with the offset of the venue, e.g. 2030-02-22T15:13:58.420+01:00.',
  },
  clock: {
    allows: (value: string) => parseMatchClock(value).ok,
    remedy: "Write minutes and seconds, e.g. 14:02, or the minute, e.g. 23' or 90'+4.",
  },
  version: like(/^[1-9]\d{0,14}$/, 'Write a whole number from 1.'),
  number: like(/^[+-]?(?:\d+\.?\d*|\.\d+)$/, 'Write a number in digits, with a point where it has a fraction.'),
  flag: oneOf(['Y', 'N']),
  language: like(/^[A-Z0-9]{3}$/, 'Write the code of three letters, e.g. ENG.'),
  feedFlag: oneOf(['P', 'T']),
  documentType: {
    allows: (value: string) => documentTypes.has(value),
    remedy: 'Write a document type of ODF, e.g. DT_RESULT.',
  },
  resultStatus: oneOf(resultStatuses),
  scheduleStatus: oneOf(scheduleStatuses),
  competitorType: oneOf(['A', 'T', 'H']),
  personGender: oneOf(['M', 'F', 'X']),
  gender: oneOf(['M', 'W', 'X', 'G', 'O']),
  outcome: oneOf(['W', 'L', 'T']),
  photoFinish: oneOf(['E', 'P']),
  unitMedal: oneOf(['0', '1', '2', '3']),
  medalCode: oneOf(['ME_GOLD', 'ME_SILVER', 'ME_BRONZE']),
} satisfies Readonly<Record<string, Judge>>;
