/** Reading, writing and keeping of Olympic Data Feed (ODF2) messages. See README.md. */
export type { Fault, FaultKind, Reading } from './fault.ts';
export { childElements, elementText, odfElement, sameElement } from './odf-element.ts';
export type { OdfElement, OdfNode } from './odf-element.ts';

export { XmlReader } from './xml/xml-reader.ts';
export type { XmlHandler } from './xml/xml-reader.ts';
export type { XmlPosition } from './xml/input-window.ts';
export { defaultXmlLimits } from './xml/xml-limits.ts';
export type { XmlLimits } from './xml/xml-limits.ts';

export { readMessage, readMessageChunks, readTree } from './message/read-message.ts';
export type { MessageReading } from './message/read-message.ts';
export { streamMessage } from './message/stream-message.ts';
export type { StreamItem } from './message/stream-message.ts';
export { writeMessage } from './message/write-message.ts';
export { composeBody } from './message/odf-header.ts';
export type { OdfHeader } from './message/odf-header.ts';
export type { OdfContent, OdfDictionaries, OdfMessage } from './message/odf-message.ts';
export type { OdfWarning } from './message/odf-warning.ts';

export { rootPlace } from './views/place.ts';
export type { Place } from './views/place.ts';
export type { CodedValue, ExtendedValue, OdfAthlete, OdfCompetitor } from './views/competitor.ts';
export { readSession, readUnit } from './views/schedule.ts';
export type { OdfSchedule, ScheduleSession, ScheduleStart, ScheduleUnit } from './views/schedule.ts';
export { readParticipant, readTeam } from './views/participants.ts';
export type {
  OdfParticipant,
  OdfParticipants,
  OdfTeam,
  OdfTeams,
  ParticipantDiscipline,
  RegisteredEvent,
} from './views/participants.ts';
export { readResult } from './views/results.ts';
export type { ExtendedInfos, OdfPeriod, OdfResult, OdfResults, ResultValues } from './views/results.ts';
export { readAction } from './views/play-by-play.ts';
export type { OdfAction, OdfPlayByPlay } from './views/play-by-play.ts';

export { formatRsc, parseRsc, rscAt, rscContains, rscLevel, rscParent } from './rsc.ts';
export type { Rsc, RscLevel } from './rsc.ts';
export {
  headerInstant,
  instantOf,
  isDate,
  localTime,
  parseDateTime,
  parseHeaderTime,
  parseMatchClock,
} from './times.ts';
export type { OdfDateTime } from './times.ts';

export { contentDigest, versionKey, versionStamp } from './versions/version-key.ts';
export type { VersionStamp } from './versions/version-key.ts';
export { createVersionStore, decideVersion } from './versions/version-store.ts';
export type { VersionDecision, VersionStore } from './versions/version-store.ts';
export { currentActions, mergeActions, noActions } from './versions/merge-actions.ts';
export type { ActionChange, ActionSheet, ActionState, CurrentAction } from './versions/merge-actions.ts';
export { currentEntities, mergeEntities, noEntities } from './versions/merge-entities.ts';
export type { EntityChange, EntityList, EntityPatch, EntityState } from './versions/merge-entities.ts';
