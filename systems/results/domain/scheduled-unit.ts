import type { ScheduleSession, ScheduleUnit } from '@altis/odf';
import type { UnitSummary } from '../contract/index.ts';
import { competitorFacts, type CompetitorFacts } from './competitor-facts.ts';
import { toInstant } from './instant.ts';
import { byLanguageTag } from './language-tag.ts';
import { venueOffset } from './venue-offset.ts';

/** A unit as the newest schedule or update has it. */
export type ScheduledUnit = Pick<
  UnitSummary,
  'name' | 'startsAt' | 'endsAt' | 'offset' | 'isStartHidden' | 'startText' | 'order' | 'phaseType' | 'number'
> &
  Pick<UnitSummary, 'medal' | 'session' | 'venue' | 'venueName' | 'location' | 'locationName'> & {
    readonly code: string;
    /** Start as written at the venue, xs:dateTime. */
    readonly startsAtLocal: string | null;
    /** Day for which it was planned, where it did not start as planned. */
    readonly plannedDay: string | null;
    readonly status: string | null;
    readonly starts: readonly CompetitorFacts[];
  };

/** A session as the newest schedule or update has it: what happens at one venue in one stretch. */
export type SessionFacts = {
  readonly code: string;
  readonly day: string | null;
  readonly venue: string | null;
  readonly venueName: string | null;
  readonly name: Readonly<Record<string, string>>;
};

/** What the results keep of a `Unit` of a schedule; the actual times go before the planned ones. */
export function scheduledUnit(unit: ScheduleUnit, zone: string): ScheduledUnit {
  const start = unit.actualStartDate ?? unit.startDate;
  return {
    code: unit.code,
    name: byLanguageTag(unit.names),
    startsAtLocal: start ?? null,
    plannedDay: unit.actualStartDate === undefined ? null : dayOf(unit.startDate),
    startsAt: toInstant(start, zone),
    endsAt: toInstant(unit.actualEndDate ?? unit.endDate, zone),
    offset: venueOffset(start, zone),
    isStartHidden: unit.isStartHidden,
    startText: byLanguageTag(unit.startTexts),
    order: unit.order ?? null,
    phaseType: unit.phaseType ?? null,
    number: unit.unitNumber ?? null,
    medal: medalOf(unit.medal),
    session: unit.sessionCode ?? null,
    venue: unit.venue ?? null,
    venueName: unit.venueName ?? null,
    location: unit.location ?? null,
    locationName: unit.locationName ?? null,
    status: unit.status === '' ? null : unit.status,
    starts: unit.starts.flatMap(({ competitor, startOrder }) =>
      competitor === undefined ? [] : [{ ...competitorFacts(competitor), startOrder: textOf(startOrder) }],
    ),
  };
}

/** What the results keep of a `Session`. */
export function sessionFacts(session: ScheduleSession): SessionFacts {
  const { code, startDate, venue = null, venueName = null, names } = session;
  return { code, day: dayOf(startDate), venue, venueName, name: byLanguageTag(names) };
}

/** ODF Unit/@Medal, as it is written. */
export const unitMedalCodes = { none: '0', gold: '1', any: '2', bronze: '3' } as const;

/** ODF Unit/@Medal: 0 none, 1 the gold medal unit, 3 the bronze medal unit; before 2026 also "Y". */
function medalOf(written: string | undefined): UnitSummary['medal'] {
  if (written === undefined || written === '0' || written === 'N') return 'none';
  if (written === '1') return 'gold';
  return written === '3' ? 'bronze' : 'any';
}

function dayOf(written: string | undefined): string | null {
  return written?.slice(0, 'YYYY-MM-DD'.length) ?? null;
}

function textOf(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}
