import { brackets } from '../views/brackets.ts';
import type { OdfBrackets } from '../views/brackets.ts';
import { codes } from '../views/codes.ts';
import type { OdfCodes } from '../views/codes.ts';
import { communication } from '../views/communication.ts';
import type { OdfCommunication } from '../views/communication.ts';
import { configuration } from '../views/configuration.ts';
import type { OdfConfiguration } from '../views/configuration.ts';
import { images } from '../views/images.ts';
import type { OdfImages } from '../views/images.ts';
import { medallists, medalStandings } from '../views/medals.ts';
import type { OdfMedallists, OdfMedalStandings } from '../views/medals.ts';
import { entries, participantNames, participants, teams } from '../views/participants.ts';
import type { OdfEntries, OdfNames, OdfParticipants, OdfTeams } from '../views/participants.ts';
import type { Place } from '../views/place.ts';
import { playByPlay } from '../views/play-by-play.ts';
import type { OdfPlayByPlay } from '../views/play-by-play.ts';
import { records } from '../views/records.ts';
import type { OdfRecords } from '../views/records.ts';
import { results, statistics } from '../views/results.ts';
import type { OdfCurrent, OdfResults, OdfStandings, OdfStatistics } from '../views/results.ts';
import { schedule } from '../views/schedule.ts';
import type { OdfSchedule } from '../views/schedule.ts';
import type { Shape } from '../views/shape.ts';
import type { Sprout } from '../views/sprout.ts';
import { venueConditions, weather } from '../views/weather.ts';
import type { OdfVenueConditions, OdfWeather } from '../views/weather.ts';
import type { Draft } from './draft.ts';

/**
 * What a message says, by kind of document.
 *
 * `signal` is DT_KA, DT_PING, DT_LOCAL_ON or DT_LOCAL_OFF: that it came is all it says. `invalidation` is a message
 * without `Competition`: it withdraws what earlier versions said. `other` is only in the tree.
 */
export type OdfContent =
  | SportContent
  | { readonly kind: 'signal' }
  | { readonly kind: 'alert'; readonly notes: readonly string[] }
  | { readonly kind: 'invalidation' }
  | { readonly kind: 'other' };

/** Content below `Competition` that has types. */
export type SportContent =
  | OdfSchedule
  | OdfParticipants
  | OdfTeams
  | OdfNames
  | OdfEntries
  | OdfResults
  | OdfCurrent
  | OdfStandings
  | OdfStatistics
  | OdfPlayByPlay
  | OdfBrackets
  | OdfMedallists
  | OdfMedalStandings
  | OdfRecords
  | OdfCommunication
  | OdfWeather
  | OdfVenueConditions
  | OdfCodes
  | OdfConfiguration
  | OdfImages;

type SportKind = SportContent['kind'];

const shapes: { readonly [K in SportKind]: Shape<Omit<Extract<SportContent, { kind: K }>, 'kind'>> } = {
  schedule,
  participants,
  teams,
  'participant-names': participantNames,
  entries,
  results,
  current: results,
  standings: results,
  statistics,
  'play-by-play': playByPlay,
  brackets,
  medallists,
  medals: medalStandings,
  records,
  communication,
  weather,
  'venue-conditions': venueConditions,
  codes,
  configuration,
  images,
};

const kinds: Readonly<Record<string, SportKind | 'signal' | 'alert'>> = {
  DT_SCHEDULE: 'schedule',
  DT_SCHEDULE_UPDATE: 'schedule',
  DT_PARTIC: 'participants',
  DT_PARTIC_UPDATE: 'participants',
  DT_PARTIC_TEAMS: 'teams',
  DT_PARTIC_TEAMS_UPDATE: 'teams',
  DT_PARTIC_NAME: 'participant-names',
  DT_ENTRIES: 'entries',
  DT_RESULT: 'results',
  DT_CURRENT: 'current',
  DT_PHASE_RESULT: 'standings',
  DT_CUMULATIVE_RESULT: 'standings',
  DT_POOL_STANDING: 'standings',
  DT_RANKING: 'standings',
  DT_STATS: 'statistics',
  DT_PLAY_BY_PLAY: 'play-by-play',
  DT_BRACKETS: 'brackets',
  DT_MEDALLISTS: 'medallists',
  DT_MEDALLISTS_DAY: 'medallists',
  DT_MEDALLISTS_DISCIPLINE: 'medallists',
  DT_MEDALS: 'medals',
  DT_RECORD: 'records',
  DT_COMMUNICATION: 'communication',
  DT_WEATHER: 'weather',
  DT_VEN_COND: 'venue-conditions',
  DT_CODES: 'codes',
  DT_CONFIG: 'configuration',
  DT_IMAGE: 'images',
  DT_KA: 'signal',
  DT_PING: 'signal',
  DT_LOCAL_ON: 'signal',
  DT_LOCAL_OFF: 'signal',
  DT_ALERT: 'alert',
};

/** The kind of content of a document type; nothing where it has no types here. */
export function contentKind(documentType: string): SportKind | 'signal' | 'alert' | undefined {
  return Object.hasOwn(kinds, documentType) ? kinds[documentType] : undefined;
}

/** Whether the document code of this type is the RSC of something of the sport. */
export function isAboutSport(documentType: string): boolean {
  const kind = contentKind(documentType);
  return kind !== undefined && !['signal', 'alert', 'codes', 'participant-names', 'venue-conditions'].includes(kind);
}

/** Reads what is below `Competition`. */
export function readContent(kind: SportKind, competition: Place): SportContent {
  return { kind, ...shapes[kind].read(competition) } as SportContent;
}

/** Writes typed content into `Competition`. */
export function writeContent(content: Draft<SportContent>, into: Sprout): void {
  // A shape takes drafts of what it reads: what is left out is not written.
  const { write } = shapes[content.kind] as Shape<unknown>;
  write(into, content);
}
