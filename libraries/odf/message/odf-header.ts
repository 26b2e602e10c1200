import type { Fault, Reading } from '../fault.ts';
import { quote } from '../fault.ts';
import type { OdfElement } from '../odf-element.ts';
import { odfElement } from '../odf-element.ts';
import { documentTypes } from '../schema/document-types.ts';
import { resultStatuses } from '../schema/vocabulary.ts';
import { isDate, parseHeaderTime } from '../times.ts';
import type { OdfWarning } from './odf-warning.ts';

/** The attributes of `OdfBody`: what a message is about, and which of its kind it is. */
export type OdfHeader = {
  /** The Games, e.g. `XWG2030`. */
  readonly competitionCode: string;
  /** Usually an RSC: of a unit, phase, event or discipline, by document type. */
  readonly documentCode: string;
  readonly documentSubcode: string | undefined;
  /** e.g. `DT_PLAY_BY_PLAY`. */
  readonly documentType: string;
  readonly documentSubtype: string | undefined;
  /** Ascends within messages of the same key; the highest holds. */
  readonly version: number;
  readonly resultStatus: string | undefined;
  /** Three letters, e.g. `ENG`. */
  readonly language: string | undefined;
  /** `P` production, `T` test; the two never mix. */
  readonly feedFlag: 'P' | 'T';
  /** `YYYY-MM-DD`, local to the venue. */
  readonly date: string;
  /** Nine digits hhmmssfff, local to the venue. */
  readonly time: string;
  /**
   * Whether it was made in the second of the two hours that are alike at the end of summer time. No message says so: to be
   * added by who knows, as from the time of receipt.
   */
  readonly isRepeated?: true;
  /** The day of the Games it counts to, `YYYY-MM-DD`. */
  readonly logicalDate: string;
  /** The system that made it; empty where it did not say. */
  readonly source: string;
};

/**
 * Reads the header. What a message cannot be filed without (competition, code, type, version, feed flag, date, time)
 * is demanded; everything else is taken as written, with a warning where it is not as ODF says.
 */
export function readHeader(body: OdfElement, warnings: OdfWarning[]): Reading<OdfHeader> {
  const attribute = (name: string): string | undefined => {
    const value = Object.hasOwn(body.attributes, name) ? body.attributes[name]?.trim() : undefined;
    return value === '' ? undefined : value;
  };
  const warn = (name: string, message: string): void => void warnings.push({ path: `OdfBody@${name}`, message });
  for (const name of ['CompetitionCode', 'DocumentType', 'DocumentCode', 'Version', 'FeedFlag', 'Date', 'Time']) {
    if (attribute(name) === undefined) return headerFault(`OdfBody has no ${name}.`, `Write OdfBody/@${name}.`);
  }
  const [version = '', feedFlag = '', date = '', time = ''] = ['Version', 'FeedFlag', 'Date', 'Time'].map(attribute);
  if (!/^\d{1,15}$/.test(version))
    return headerFault(
      `Version ${quote(version)} is not a number.`,
      'Write OdfBody/@Version as a whole number from 1.',
    );
  if (feedFlag !== 'P' && feedFlag !== 'T')
    return headerFault(`FeedFlag ${quote(feedFlag)} is neither P nor T.`, 'Write P for production or T for test.');
  if (!isDate(date))
    return headerFault(`Date ${quote(date)} is not a day of the calendar.`, 'Write OdfBody/@Date as YYYY-MM-DD.');
  const clock = parseHeaderTime(time);
  if (!clock.ok) return headerFault(clock.fault.message, clock.fault.remedy);
  if (clock.value.lenient)
    warn('Time', `${quote(time)} is read as ${clock.value.digits}; ODF wants nine digits hhmmssfff.`);
  const documentType = attribute('DocumentType') ?? '';
  if (!documentTypes.has(documentType)) warn('DocumentType', `${quote(documentType)} is no document type of ODF.`);
  const resultStatus = attribute('ResultStatus');
  if (resultStatus !== undefined && !resultStatuses.includes(resultStatus))
    warn('ResultStatus', `${quote(resultStatus)} is no result status of ODF.`);
  const language = attribute('Language');
  if (language !== undefined && !/^[A-Z0-9]{3}$/.test(language))
    warn('Language', `${quote(language)} is not a code of three letters.`);
  const logicalDate = attribute('LogicalDate');
  if (logicalDate === undefined || !isDate(logicalDate))
    warn('LogicalDate', `${quote(logicalDate ?? '')} is not a day; the Date ${date} is taken.`);
  if (attribute('Source') === undefined) warn('Source', 'The message does not say which system made it.');
  return {
    ok: true,
    value: {
      competitionCode: attribute('CompetitionCode') ?? '',
      documentCode: attribute('DocumentCode') ?? '',
      documentSubcode: attribute('DocumentSubcode'),
      documentType,
      documentSubtype: attribute('DocumentSubtype'),
      version: Number(version),
      resultStatus,
      language,
      feedFlag,
      date,
      time: clock.value.digits,
      logicalDate: logicalDate !== undefined && isDate(logicalDate) ? logicalDate : date,
      source: attribute('Source') ?? '',
    },
  };
}

/** The `OdfBody` of a header around its content: a message ready for `writeMessage`. */
export function composeBody(header: OdfHeader, children: readonly OdfElement[]): OdfElement {
  return odfElement(
    'OdfBody',
    {
      CompetitionCode: header.competitionCode,
      DocumentCode: header.documentCode,
      DocumentSubcode: header.documentSubcode,
      DocumentType: header.documentType,
      DocumentSubtype: header.documentSubtype,
      Version: header.version,
      ResultStatus: header.resultStatus,
      Language: header.language,
      FeedFlag: header.feedFlag,
      Date: header.date,
      Time: header.time,
      LogicalDate: header.logicalDate,
      Source: header.source,
    },
    children,
  );
}

function headerFault(message: string, remedy: string): { ok: false; fault: Fault } {
  return { ok: false, fault: { kind: 'header', message, remedy } };
}
