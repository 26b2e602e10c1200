import type { ExtendedInfos, OdfCompetitor, OdfMessage, OdfResult } from '@altis/odf';
import type { UnitCompetitor, UnitDetail } from '../contract/index.ts';
import { nameInMessage } from './person-name.ts';
import { toInstant } from './instant.ts';

/** A competitor as a message about a unit has it; names are those of the message. */
export type CompetitorFacts = UnitCompetitor;

/** What the results keep of a DT_RESULT, and of what any message says about its unit as a whole. */
export type UnitResults = {
  readonly status: string | null;
  readonly competitors: readonly CompetitorFacts[];
  readonly clock: UnitDetail['clock'];
  readonly about: UnitNotes;
};

/** A unit as messages other than the schedule describe it, for units that no schedule has named yet. */
export type UnitNotes = {
  readonly name: string | null;
  readonly day: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly venue: string | null;
  readonly venueName: string | null;
};

/** Reads a DT_RESULT; an invalidation leaves nothing but its status. */
export function unitResults({ header, content }: OdfMessage, zone: string): UnitResults {
  const status = header.resultStatus ?? null;
  if (content.kind !== 'results')
    return { status, competitors: [], clock: null, about: unitNotes(header, undefined, zone) };
  const { clock, infos, results } = content;
  return {
    status,
    competitors: [...results].sort(bySortOrder).flatMap(resultOf),
    clock: clock === undefined ? null : { period: clock.period ?? null, time: clock.time, running: clock.isRunning },
    about: unitNotes(header, infos, zone),
  };
}

/** What a message about a unit says of the unit itself. */
export function unitNotes(
  { logicalDate }: OdfMessage['header'],
  infos: ExtendedInfos | undefined,
  zone: string,
): UnitNotes {
  const name = [infos?.eventName, infos?.subEventName].filter((part) => part !== undefined).join(', ');
  return {
    name: name === '' ? null : name,
    day: logicalDate,
    startsAt: toInstant(infos?.startDate, zone),
    endsAt: toInstant(infos?.endDate, zone),
    venue: infos?.venue ?? null,
    venueName: infos?.venueName ?? null,
  };
}

/** A `Competitor` without a result: of a start list, or of an action's unit. */
export function competitorFacts(competitor: OdfCompetitor): CompetitorFacts {
  const athletes = competitor.athletes.map((athlete) => ({
    code: athlete.code,
    name: nameInMessage(athlete),
    bib: athlete.bib ?? null,
    role: athlete.role ?? entryOf(athlete.entries, 'POSITION') ?? null,
    order: numberText(athlete.order),
  }));
  const kind = competitor.type === 'A' ? 'athlete' : 'team';
  return {
    ...nothingYet,
    code: competitor.code,
    kind,
    name: kind === 'athlete' ? (athletes[0]?.name.tv ?? competitor.code) : (competitor.teamName ?? competitor.code),
    organisation: competitor.organisation ?? '',
    side: sideOf(competitor),
    bib: competitor.bib ?? null,
    isCurrent: competitor.isCurrent,
    athletes,
  };
}

/** A competitor that has no result yet. */
export const nothingYet = {
  bib: null,
  startOrder: null,
  rank: null,
  isRankShared: false,
  result: null,
  diff: null,
  penalty: null,
  invalidMark: null,
  outcome: null,
  qualification: null,
  isCurrent: false,
  isProvisional: false,
  splits: [],
  items: [],
  details: [],
  records: [],
} as const satisfies Partial<CompetitorFacts>;

function resultOf(result: OdfResult): CompetitorFacts[] {
  if (result.competitor === undefined) return [];
  return [
    {
      ...competitorFacts(result.competitor),
      startOrder: numberText(result.startOrder),
      rank: numberText(result.rank),
      result: result.result ?? null,
      invalidMark: result.irm ?? null,
    },
  ];
}

function numberText(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}

function bySortOrder(left: OdfResult, right: OdfResult): number {
  return (left.sortOrder ?? Infinity) - (right.sortOrder ?? Infinity) || 0;
}

/** ODF's common codes: EventUnitEntry of type EUE, code HOME_AWAY, value HOME or AWAY. */
function sideOf({ entries }: OdfCompetitor): 'home' | 'away' | null {
  const side = entryOf(entries, 'HOME_AWAY');
  if (side === 'HOME') return 'home';
  return side === 'AWAY' ? 'away' : null;
}

function entryOf(entries: OdfCompetitor['entries'], code: string): string | undefined {
  return entries.find((entry) => entry.code === code)?.value;
}
