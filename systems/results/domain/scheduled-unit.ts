import type { ScheduleUnit } from '@altis/odf';
import { toInstant } from './instant.ts';
import { byLanguageTag } from './language-tag.ts';
import { competitorFacts, type CompetitorFacts } from './unit-results.ts';

/** A unit as the newest schedule or update has it. */
export type ScheduledUnit = {
  readonly code: string;
  readonly name: Readonly<Record<string, string>>;
  readonly day: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly venue: string | null;
  readonly venueName: string | null;
  readonly status: string | null;
  readonly starts: readonly CompetitorFacts[];
};

/** What the results keep of a `Unit` of a schedule; the actual times go before the planned ones. */
export function scheduledUnit(unit: ScheduleUnit, zone: string): ScheduledUnit {
  const start = unit.actualStartDate ?? unit.startDate;
  return {
    code: unit.code,
    name: byLanguageTag(unit.names),
    day: start?.slice(0, 'YYYY-MM-DD'.length) ?? null,
    startsAt: toInstant(start, zone),
    endsAt: toInstant(unit.actualEndDate ?? unit.endDate, zone),
    venue: unit.venue ?? null,
    venueName: unit.venueName ?? unit.locationName ?? null,
    status: unit.status === '' ? null : unit.status,
    starts: unit.starts.flatMap(({ competitor, startOrder }) =>
      competitor === undefined ? [] : [{ ...competitorFacts(competitor), startOrder: textOf(startOrder) }],
    ),
  };
}

function textOf(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}
