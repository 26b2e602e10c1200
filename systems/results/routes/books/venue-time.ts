import type { UnitSummary } from '../../contract/index.ts';
import type { BookTexts } from '../../messages/book-texts.ts';

/** Hours from 0 to 23 in every language, as schedules of sport have them. */
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Date and time of a unit as clocks at its venue show them. */
export type VenueTime = { readonly date: string; readonly time: string; readonly withOffset: string };

/** Undefined where its time is not known; without a time where that only orders the units. */
export function venueTime(unit: UnitSummary, texts: BookTexts): VenueTime | undefined {
  const day = unit.day === null ? '' : dayText(unit.day, texts);
  if (unit.startsAt === null || unit.isStartHidden) {
    const text = texts.name(unit.startText);
    return day === '' && text === '' ? undefined : { date: day, time: text, withOffset: text };
  }
  const offset = unit.offset ?? '+00:00';
  const shown = new Date(Date.parse(unit.startsAt) + offsetMs(offset));
  const time = texts.format.time(shown, clock);
  return { date: dayText(shown, texts), time, withOffset: texts.book('localTime', { time, offset }) };
}

/** A day with its weekday, in words. */
export function dayText(day: string | Date, { format }: BookTexts): string {
  return format.date(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** An instant to the minute, in UTC. */
export function instantText(instant: string, { format }: BookTexts): string {
  return format.dateTime(instant, { day: 'numeric', month: 'short', year: 'numeric', ...clock });
}

/** The clock at a venue, to the minute. */
export function clockText(instant: string, offset: string | null, { format }: BookTexts): string {
  return format.time(Date.parse(instant) + offsetMs(offset ?? '+00:00'), clock);
}

function offsetMs(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}
