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
export { checkMessage } from './message/check-message.ts';
export type { OdfFault } from './message/check-message.ts';
export { composeMessage } from './message/compose-message.ts';
export type { Composition, ContentDraft, HeaderDraft, MessageDraft } from './message/compose-message.ts';
export type { Draft } from './message/draft.ts';
export { composeBody } from './message/odf-header.ts';
export type { OdfHeader } from './message/odf-header.ts';
export type { OdfContent } from './message/odf-content.ts';
export type { OdfDictionaries, OdfMessage } from './message/odf-message.ts';
export type { OdfWarning } from './message/odf-warning.ts';

export { rootPlace } from './views/place.ts';
export type { Place } from './views/place.ts';
export type {
  CodedValue,
  ExtendedValue,
  OdfAthlete,
  OdfCompetitor,
  OdfEntry,
  OdfOfficial,
  OdfStatistic,
} from './views/competitor.ts';
export { readCompetitor } from './views/competitor.ts';
export { readSession, readUnit } from './views/schedule.ts';
export type { OdfSchedule, ScheduleSession, ScheduleStart, ScheduleUnit } from './views/schedule.ts';
export { readEntry, readParticipant, readParticipantNames, readTeam } from './views/participants.ts';
export type {
  OdfEntries,
  OdfNames,
  OdfParticipant,
  OdfParticipantNames,
  OdfParticipants,
  OdfTeam,
  OdfTeams,
  ParticipantDiscipline,
  RegisteredEvent,
} from './views/participants.ts';
export { readResult } from './views/results.ts';
export type {
  ExtendedInfos,
  OdfCurrent,
  OdfPeriod,
  OdfResult,
  OdfResults,
  OdfStandings,
  OdfStatistics,
  ResultValues,
} from './views/results.ts';
export { readAction } from './views/play-by-play.ts';
export type { OdfAction, OdfPlayByPlay } from './views/play-by-play.ts';
export type { OdfBracket, OdfBracketItem, OdfBracketPlace, OdfBrackets } from './views/brackets.ts';
export type { OdfMedal, OdfMedallists, OdfMedalLine, OdfMedalStandings } from './views/medals.ts';
export type { OdfRecord, OdfRecordMark, OdfRecords } from './views/records.ts';
export type { OdfCommunication, OdfDecision, OdfProtest } from './views/communication.ts';
export type { OdfConditions, OdfVenueConditions, OdfWeather } from './views/weather.ts';
export { readCode } from './views/codes.ts';
export type { OdfCode, OdfCodes } from './views/codes.ts';
export type { OdfConfig, OdfConfiguration } from './views/configuration.ts';
export type { OdfImage, OdfImages } from './views/images.ts';

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
  sendingTime,
  timeAsWritten,
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

export { advance } from './delta/advance.ts';
export type { DeltaState } from './delta/advance.ts';
export type { FactChange, OdfFact, OdfFactKind } from './delta/fact.ts';
export type { Strand, Telling } from './delta/telling.ts';
export { missingTellings } from './delta/complete-tellings.ts';
export { tellingsOf, unitTelling } from './delta/tellings-of.ts';
export { retell, unitFacts } from './delta/unit-facts.ts';
export type { VersionedMessage } from './delta/unit-facts.ts';
