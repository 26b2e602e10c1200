import type { UnitSummary } from '../contract/index.ts';
import type { ScheduledUnit } from './scheduled-unit.ts';
import type { UnitNotes } from './unit-results.ts';

/** What one message about a unit adds to its summary. */
export type UnitRemark = {
  readonly kind: 'results' | 'play-by-play';
  readonly status: string | null;
  readonly about: UnitNotes;
};

/**
 * A unit as lists show it: from the schedule, and where that is silent from the messages about the unit, newest first.
 * Undefined where nothing speaks of the unit any more.
 */
export function summariseUnit(
  rsc: string,
  competition: string,
  scheduled: ScheduledUnit | undefined,
  remarks: readonly UnitRemark[],
): UnitSummary | undefined {
  if (scheduled === undefined && remarks.length === 0) return undefined;
  const first = <Value>(read: (notes: UnitNotes) => Value | null): Value | null =>
    remarks.map(({ about }) => read(about)).find((value) => value !== null) ?? null;
  const name = scheduled?.name ?? {};
  const results = remarks.find(({ kind }) => kind === 'results') ?? remarks[0];
  return {
    rsc,
    competition,
    discipline: rsc.slice(0, 3),
    event: `${rsc.slice(0, 22)}${'-'.repeat(12)}`,
    eventName: { en: rsc.slice(0, 22) },
    name: Object.keys(name).length > 0 ? { ...name } : { en: first((notes) => notes.name) ?? rsc },
    day: scheduled?.day ?? first((notes) => notes.day),
    startsAt: scheduled?.startsAt ?? first((notes) => notes.startsAt),
    endsAt: scheduled?.endsAt ?? first((notes) => notes.endsAt),
    offset: null,
    isStartHidden: false,
    startText: {},
    order: null,
    phaseType: null,
    number: null,
    medal: 'none',
    session: null,
    location: null,
    locationName: null,
    leaders: [],
    venue: scheduled?.venue ?? first((notes) => notes.venue),
    venueName: scheduled?.venueName ?? first((notes) => notes.venueName),
    scheduleStatus: scheduled?.status ?? null,
    resultStatus: results?.status ?? null,
  };
}
