import type { OdfElement, OdfHeader, OdfMessage } from '@altis/odf';
import { bracketFacts, codesOfBracket, type BracketFacts } from './bracket.ts';
import { communicationFacts, type CommunicationFacts } from './communication.ts';
import type { DocumentKind } from './document-role.ts';
import { statedMedalTable, type MedalCount } from './medal-table.ts';
import { pictureFacts, type PictureFacts } from './pictures.ts';
import { recordFacts, type RecordFacts } from './record-entries.ts';
import { codesOfStanding, standingFacts, type StandingFacts } from './standing.ts';
import { statistics, type Statistics } from './statistics.ts';
import { unitNotes, unitResults, type UnitNotes, type UnitResults } from './unit-results.ts';
import { settingFacts, settingTopic, type SettingFacts } from './unit-settings.ts';
import { eventOf } from './unit-summary.ts';
import { weatherFacts, type WeatherFacts } from './weather.ts';
import { wonMedals, type EventMedals } from './won-medals.ts';

/** The play-by-play of a unit or of one of its periods, as its message has it. */
export type PlayByPlaySheet = {
  readonly status: string | null;
  readonly about: UnitNotes;
  readonly home: string | null;
  readonly away: string | null;
  readonly actions: readonly OdfElement[];
};

/** What is kept of the newest message of its key. */
export type DocumentContent =
  | { readonly kind: 'results'; readonly content: UnitResults }
  | { readonly kind: 'current'; readonly content: UnitResults }
  | { readonly kind: 'play-by-play'; readonly content: PlayByPlaySheet }
  | { readonly kind: 'standing'; readonly content: StandingFacts }
  | { readonly kind: 'brackets'; readonly content: readonly BracketFacts[] }
  | { readonly kind: 'statistics'; readonly content: Statistics }
  | { readonly kind: 'medallists'; readonly content: readonly EventMedals[] }
  | { readonly kind: 'medal-table'; readonly content: readonly MedalCount[] }
  | { readonly kind: 'records'; readonly content: readonly RecordFacts[] }
  | { readonly kind: 'communication'; readonly content: readonly CommunicationFacts[] }
  | { readonly kind: 'weather'; readonly content: readonly WeatherFacts[] }
  | { readonly kind: 'configuration'; readonly content: readonly SettingFacts[] }
  | { readonly kind: 'images'; readonly content: readonly PictureFacts[] };

/** Reads what a document says. `zone` is that of the venues, for times without an offset. */
export function documentContent(kind: DocumentKind, message: OdfMessage, zone: string): DocumentContent {
  switch (kind) {
    case 'results':
    case 'current':
      return { kind, content: unitResults(message, zone) };
    case 'play-by-play':
      return { kind, content: playByPlaySheet(message, zone) };
    case 'standing':
      return { kind, content: standingFacts(message) };
    case 'brackets':
      return { kind, content: bracketFacts(message, zone) };
    case 'statistics':
      return { kind, content: statistics(message) };
    case 'medallists':
      return { kind, content: wonMedals(message) };
    case 'medal-table':
      return { kind, content: statedMedalTable(message) };
    case 'records':
      return { kind, content: recordFacts(message) };
    case 'communication':
      return { kind, content: communicationFacts(message, zone) };
    case 'weather':
      return { kind, content: weatherFacts(message, zone) };
    case 'configuration':
      return { kind, content: settingFacts(message) };
    case 'images':
      return { kind, content: pictureFacts(message) };
  }
}

/** The participants and teams that a document names, each once. */
export function codesInDocument({ kind, content }: DocumentContent): string[] {
  if (kind === 'results' || kind === 'current') {
    return unique(content.competitors.flatMap(({ code, athletes }) => [code, ...athletes.map((each) => each.code)]));
  }
  if (kind === 'play-by-play') return unique([content.home, content.away]);
  if (kind === 'standing') return unique(codesOfStanding(content));
  if (kind === 'brackets') return unique(content.flatMap(codesOfBracket));
  if (kind === 'statistics') return unique(content.map(({ code }) => code));
  if (kind === 'records') return unique(content.map(({ holder }) => holder));
  if (kind !== 'medallists') return [];
  const medals = content.flatMap((event) => event.medals);
  return unique(medals.flatMap(({ code, athletes }) => [code, ...athletes.map((each) => each.code)]));
}

/** The units, events and venues that a document speaks of: RSCs, venues as `venue CODE`, what settings are of as `setting RSC`. */
export function aboutOf(header: OdfHeader, { kind, content }: DocumentContent): string[] {
  const own = [header.documentCode, ...(header.documentCode.length === 34 ? [eventOf(header.documentCode)] : [])];
  if (kind === 'results' || kind === 'current' || kind === 'play-by-play' || kind === 'images')
    return [header.documentCode];
  if (kind === 'configuration') return unique(content.map(({ of }) => settingTopic(of)));
  if (kind === 'medallists') return unique([...own, ...content.map(({ event }) => event)]);
  if (kind === 'records')
    return unique([...own, ...content.map(({ code }) => (code.length === 34 ? eventOf(code) : null))]);
  if (kind === 'communication') {
    return unique([...own, ...content.flatMap(({ unit }) => (unit === null ? [] : [unit, eventOf(unit)]))]);
  }
  if (kind === 'weather') {
    return unique([...own, ...content.map(({ venue }) => (venue === null ? null : venueTopic(venue)))]);
  }
  return unique(own);
}

/** How `about` names a venue. */
export function venueTopic(code: string): string {
  return `venue ${code}`;
}

/** The venues that `about` names. */
export function venuesIn(about: readonly string[]): string[] {
  const start = venueTopic('');
  return about.filter((each) => each.startsWith(start)).map((each) => each.slice(start.length));
}

function playByPlaySheet({ header, content }: OdfMessage, zone: string): PlayByPlaySheet {
  const said = content.kind === 'play-by-play' ? content : undefined;
  return {
    status: header.resultStatus ?? null,
    about: unitNotes(header, said?.infos, zone),
    home: said?.home ?? null,
    away: said?.away ?? null,
    actions: said?.actions.map(({ element }) => element) ?? [],
  };
}

function unique(codes: readonly (string | null)[]): string[] {
  return [...new Set(codes.filter((code): code is string => code !== null && code !== ''))];
}
