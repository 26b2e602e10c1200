import type { ExtendedInfos, OdfMessage, OdfOfficial } from '@altis/odf';
import type { UnitDetail } from '../contract/index.ts';
import { bySortOrder, resultFacts, type CompetitorFacts } from './competitor-facts.ts';
import { toInstant } from './instant.ts';
import { nameInMessage } from './person-name.ts';
import { venueOffset } from './venue-offset.ts';

/** What the results keep of a DT_RESULT or DT_CURRENT, and of what any message says about its unit as a whole. */
export type UnitResults = Pick<UnitDetail, 'clock' | 'periods' | 'officials' | 'progress'> & {
  readonly status: string | null;
  readonly competitors: readonly CompetitorFacts[];
  readonly about: UnitNotes;
};

/** A unit as messages other than the schedule describe it, for units that no schedule has named yet. */
export type UnitNotes = {
  readonly name: string | null;
  readonly eventName: string | null;
  readonly day: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly offset: string | null;
  readonly venue: string | null;
  readonly venueName: string | null;
  readonly location: string | null;
  readonly locationName: string | null;
};

/** Reads a DT_RESULT or DT_CURRENT; an invalidation leaves nothing but its status. */
export function unitResults({ header, content }: OdfMessage, zone: string): UnitResults {
  const status = header.resultStatus ?? null;
  const nothing = { competitors: [], clock: null, periods: [], officials: [], progress: null };
  if (content.kind !== 'results' && content.kind !== 'current')
    return { status, ...nothing, about: unitNotes(header, undefined, zone) };
  const { clock, infos, results, periods, officials, home, away } = content;
  const splitCodes = splitCodesOf(infos);
  return {
    status,
    competitors: results
      .toSorted(bySortOrder)
      .flatMap((result) => resultFacts(result, splitCodes))
      .map((facts) => {
        // Who plays whom may stand with the periods alone.
        const side = facts.code === home ? 'home' : facts.code === away ? 'away' : null;
        return { ...facts, side: facts.side ?? side };
      }),
    clock: clock === undefined ? null : { period: clock.period ?? null, time: clock.time, running: clock.isRunning },
    periods: periods.map((period) => ({
      code: period.code,
      home: period.homeScore ?? null,
      away: period.awayScore ?? null,
      homeInPeriod: period.homePeriodScore ?? null,
      awayInPeriod: period.awayPeriodScore ?? null,
    })),
    officials: officials.map(officialOf),
    progress: progressOf(infos),
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
    eventName: infos?.eventName ?? null,
    day: logicalDate,
    startsAt: toInstant(infos?.startDate, zone),
    endsAt: toInstant(infos?.endDate, zone),
    offset: venueOffset(infos?.startDate, zone),
    venue: infos?.venue ?? null,
    venueName: infos?.venueName ?? null,
    location: infos?.location ?? null,
    locationName: infos?.locationName ?? null,
  };
}

/** ODF's ExtendedInfo of type UI, code INTERMEDIATE says of which kind the intermediate of that position is. */
function splitCodesOf(infos: ExtendedInfos): Map<string, string> {
  const points = infos.infos.filter(({ type, code }) => type === 'UI' && code === 'INTERMEDIATE');
  return new Map(
    points.flatMap(({ position, value }) => (position === undefined || value === undefined ? [] : [[position, value]])),
  );
}

function officialOf(official: OdfOfficial): UnitDetail['officials'][number] {
  return {
    code: official.code,
    name: nameInMessage(official),
    organisation: official.organisation ?? '',
    function: official.function ?? null,
  };
}

function progressOf({ unitsTotal, unitsComplete }: ExtendedInfos): UnitDetail['progress'] {
  return unitsTotal === undefined || unitsComplete === undefined
    ? null
    : { total: unitsTotal, complete: unitsComplete };
}
