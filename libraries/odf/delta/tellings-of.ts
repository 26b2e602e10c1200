import type { OdfHeader } from '../message/odf-header.ts';
import type { OdfMessage } from '../message/odf-message.ts';
import { parseRsc, rscLevel } from '../rsc.ts';
import { sendingTime } from '../times.ts';
import { versionKey } from '../versions/version-key.ts';
import type { ScheduleUnit } from '../views/schedule.ts';
import { tellActions } from './tell-actions.ts';
import { communicationUnits, tellCommunication, tellMedals, tellRecords } from './tell-event.ts';
import { tellResults } from './tell-results.ts';
import { tellSchedule } from './tell-schedule.ts';
import type { Said, Telling } from './telling.ts';

/**
 * What a message says of facts, by each unit, phase or event that it is about; nothing where it says nothing of the kind
 * (DT_CURRENT is a scoreboard that DT_RESULT supersedes). Test messages tell nothing.
 *
 * @param id by which the facts name the message as their source
 */
export function tellingsOf(id: string, message: OdfMessage): Telling[] {
  const { header, content } = message;
  if (header.feedFlag !== 'P') return [];
  if (content.kind === 'schedule') return content.units.flatMap((unit) => unitTelling(id, header, unit));
  if (header.documentType === 'DT_COMMUNICATION') return communicationTellings(id, message);
  const subject = header.documentCode;
  if (!isSubject(subject)) return [];
  const said = saidBy(message, subject);
  return said === undefined ? [] : [telling(id, header, subject, said)];
}

/**
 * One for each unit that it names, and one for what its document is about: protests and decisions that name no unit, or
 * that it says nothing, which later counts against what another version says (see `missingTellings`).
 */
function communicationTellings(id: string, { header, content }: OdfMessage): Telling[] {
  const { documentCode, documentSubcode } = header;
  const said = content.kind === 'communication' ? content : undefined;
  const named = communicationUnits(said).filter(isSubject);
  // Of a whole discipline, what names no unit is about the only one that is named.
  const unnamed = isSubject(documentCode) || named.length !== 1 ? documentCode : named[0];
  const key = documentSubcode === undefined ? documentCode : `${documentCode}:${documentSubcode}`;
  return [...new Set([documentCode, ...named])].map((subject) => {
    const isAbout = (unit: string | undefined): boolean => (isSubject(unit) ? unit : unnamed) === subject;
    return telling(id, header, subject, tellCommunication(key, said, isSubject(subject) ? isAbout : () => false));
  });
}

/** What a schedule, or an update of one, says of one of its units; for lists that are read unit by unit. */
export function unitTelling(
  id: string,
  header: OdfHeader,
  unit: Pick<ScheduleUnit, 'code' | 'status' | 'startDate'>,
): Telling[] {
  if (header.feedFlag !== 'P' || !isSubject(unit.code)) return [];
  return [telling(id, header, unit.code, tellSchedule(unit))];
}

function telling(message: string, header: OdfHeader, subject: string, said: Said): Telling {
  const { version } = header;
  return { versionKey: versionKey(header), version, sentAt: sendingTime(header), subject, message, said };
}

function saidBy({ header, content }: OdfMessage, subject: string): Said | undefined {
  const { documentType, resultStatus, documentSubcode } = header;
  switch (documentType) {
    case 'DT_RESULT':
      return tellResults('results', subject, resultStatus, content.kind === 'results' ? content : undefined);
    case 'DT_PHASE_RESULT':
    case 'DT_RANKING':
      return tellResults('total', subject, resultStatus, content.kind === 'standings' ? content : undefined);
    case 'DT_PLAY_BY_PLAY':
      return tellActions(documentSubcode, content.kind === 'play-by-play' ? content : undefined);
    case 'DT_MEDALLISTS':
      return tellMedals(content.kind === 'medallists' ? content : undefined);
    case 'DT_RECORD':
      return tellRecords(content.kind === 'records' ? content : undefined);
    default:
      return undefined;
  }
}

/** Facts are of units, phases and events. */
function isSubject(code: string | undefined): code is string {
  const rsc = code === undefined ? undefined : parseRsc(code);
  return rsc?.ok === true && ['event', 'phase', 'unit'].includes(rscLevel(rsc.value));
}
