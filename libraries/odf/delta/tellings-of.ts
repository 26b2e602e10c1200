import type { OdfHeader } from '../message/odf-header.ts';
import type { OdfMessage } from '../message/odf-message.ts';
import { parseRsc, rscLevel } from '../rsc.ts';
import { localTime } from '../times.ts';
import { versionKey } from '../versions/version-key.ts';
import type { ScheduleUnit } from '../views/schedule.ts';
import { tellActions } from './tell-actions.ts';
import { communicationUnit, tellCommunication, tellMedals, tellRecords } from './tell-event.ts';
import { tellResults } from './tell-results.ts';
import { tellSchedule } from './tell-schedule.ts';
import type { Said, Telling } from './telling.ts';

/**
 * What a message says of facts, by the unit, phase or event that it is about; nothing where it says nothing of the kind
 * (DT_CURRENT is a scoreboard that DT_RESULT supersedes). Test messages tell nothing.
 *
 * @param id by which the facts name the message as their source
 */
export function tellingsOf(id: string, message: OdfMessage): Telling[] {
  const { header, content } = message;
  if (header.feedFlag !== 'P') return [];
  if (content.kind === 'schedule') return content.units.flatMap((unit) => unitTelling(id, header, unit));
  const named = content.kind === 'communication' ? communicationUnit(content) : undefined;
  const subject = [header.documentCode, named].find(isSubject);
  if (subject === undefined) return [];
  const said = saidBy(message, subject);
  return said === undefined ? [] : [telling(id, header, subject, said)];
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
  return { versionKey: versionKey(header), version, sentAt: localTime(header), subject, message, said };
}

function saidBy({ header, content }: OdfMessage, subject: string): Said | undefined {
  const { documentType, documentCode, resultStatus, documentSubcode } = header;
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
    case 'DT_COMMUNICATION': {
      const key = documentSubcode === undefined ? documentCode : `${documentCode}:${documentSubcode}`;
      return tellCommunication(key, content.kind === 'communication' ? content : undefined);
    }
    default:
      return undefined;
  }
}

/** Facts are of units, phases and events. */
function isSubject(code: string | undefined): code is string {
  const rsc = code === undefined ? undefined : parseRsc(code);
  return rsc?.ok === true && ['event', 'phase', 'unit'].includes(rscLevel(rsc.value));
}
