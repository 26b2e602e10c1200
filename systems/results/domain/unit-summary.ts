import { formatRsc, parseRsc } from '@altis/odf';
import type { UnitSummary } from '../contract/index.ts';
import { logicalDay } from './logical-day.ts';
import type { ScheduledUnit, SessionFacts } from './scheduled-unit.ts';
import type { UnitNotes } from './unit-results.ts';

/** What one message about a unit adds to its summary. */
export type UnitRemark = {
  readonly kind: 'results' | 'play-by-play' | 'current';
  readonly message: string;
  /** Header Date and Time, local to the venue. */
  readonly sentAt: string;
  readonly status: string | null;
  readonly about: UnitNotes;
  /** Competitor codes of the sides, of a play-by-play. */
  readonly home: string | null;
  readonly away: string | null;
};

/** Everything that speaks of a unit as a whole. */
export type UnitSources = {
  readonly competition: string;
  readonly scheduled: ScheduledUnit | undefined;
  readonly session: SessionFacts | undefined;
  /** Of the messages about it, newest first. */
  readonly remarks: readonly UnitRemark[];
  readonly leaders: UnitSummary['leaders'];
};

/** A unit as it is kept; the name of its event is its event's. */
export type KeptUnit = Omit<UnitSummary, 'eventName'>;

/**
 * A unit as lists show it: from the schedule, and where that is silent from its session and from the messages about the
 * unit, newest first. Undefined where nothing speaks of the unit any more.
 */
export function summariseUnit(rsc: string, sources: UnitSources): KeptUnit | undefined {
  const { competition, scheduled, session, remarks, leaders } = sources;
  if (scheduled === undefined && remarks.length === 0) return undefined;
  const first = <Value>(read: (notes: UnitNotes) => Value | null): Value | null =>
    remarks.map(({ about }) => read(about)).find((value) => value !== null) ?? null;
  const name = scheduled?.name ?? {};
  const results = remarks.find(({ kind }) => kind === 'results') ?? remarks[0];
  return {
    rsc,
    competition,
    discipline: rsc.slice(0, 3),
    event: eventOf(rsc),
    name: Object.keys(name).length > 0 ? { ...name } : { en: first((notes) => notes.name) ?? rsc },
    day: dayOf(sources),
    startsAt: scheduled?.startsAt ?? first((notes) => notes.startsAt),
    endsAt: scheduled?.endsAt ?? first((notes) => notes.endsAt),
    offset: scheduled?.offset ?? first((notes) => notes.offset),
    isStartHidden: scheduled?.isStartHidden ?? false,
    startText: scheduled?.startText ?? {},
    order: scheduled?.order ?? null,
    phaseType: scheduled?.phaseType ?? null,
    number: scheduled?.number ?? null,
    medal: scheduled?.medal ?? 'none',
    session: scheduled?.session ?? null,
    venue: scheduled?.venue ?? session?.venue ?? first((notes) => notes.venue),
    venueName: scheduled?.venueName ?? session?.venueName ?? first((notes) => notes.venueName),
    location: scheduled?.location ?? first((notes) => notes.location),
    locationName: scheduled?.locationName ?? first((notes) => notes.locationName),
    scheduleStatus: scheduled?.status ?? null,
    resultStatus: results?.status ?? null,
    leaders,
  };
}

/** RSC of the event of a unit, phase or event. */
export function eventOf(rsc: string): string {
  const read = parseRsc(rsc);
  return read.ok ? formatRsc({ ...read.value, phase: '', unit: '' }) : rsc;
}

function dayOf({ scheduled, session, remarks }: UnitSources): string | null {
  const [newest] = remarks;
  const said = newest?.about.day ?? null;
  if (scheduled === undefined) return said;
  const start = scheduled.startsAtLocal ?? undefined;
  const began = newest !== undefined && tellsWhenItBegan(newest, start) ? said : null;
  return logicalDay(start, [session?.day ?? null, scheduled.plannedDay, began]);
}

/** A start list has the day on which it was sent: of a unit that starts in the night, it may be that before. */
function tellsWhenItBegan({ status, sentAt }: UnitRemark, start: string | undefined): boolean {
  const isRun = status !== null && status !== 'START_LIST';
  const day = 'YYYY-MM-DD'.length;
  return isRun || start === undefined || sentAt.slice(0, day) >= start.slice(0, day);
}
