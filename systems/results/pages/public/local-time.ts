const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * By how many days the calendar at `zone` differs at an instant from the logical day of the Games: 1 when it is the next
 * day there. `zone` is an IANA name or an offset such as "+09:00".
 */
export function dayShift(instant: string, day: string, zone: string | undefined): number {
  // The Swedish way of writing a date is ISO 8601.
  const there = new Intl.DateTimeFormat('sv', { dateStyle: 'short', ...zoned(zone) }).format(new Date(instant));
  return Math.round((Date.parse(there) - Date.parse(day)) / dayMs);
}

/** Whether clocks at `zone` show the time of an instant twice: in the night in which they are turned back. */
export function isTimeTwice(instant: string, zone: string | undefined): boolean {
  const format = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', ...zoned(zone) });
  const ms = Date.parse(instant);
  const shown = format.format(ms);
  return format.format(ms - hourMs) === shown || format.format(ms + hourMs) === shown;
}

/** The name of a time zone as people say it, with its offset: "Central European Time (GMT+1)". */
export function zoneName(zone: string | undefined, at: Date, locale: string): string {
  const part = (timeZoneName: 'longGeneric' | 'shortOffset'): string =>
    new Intl.DateTimeFormat(locale, { timeZoneName, ...zoned(zone) })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [name, offset] = [part('longGeneric'), part('shortOffset')];
  // Places whose zone has no name of its own are told by the offset alone.
  return /^(GMT|UTC)/.test(name) ? offset : `${name} (${offset})`;
}

function zoned(zone: string | undefined): { timeZone?: string } {
  return zone === undefined ? {} : { timeZone: zone };
}
