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

/** The name of a time zone as people say it, "Central European Time"; undefined where it has none but its offset. */
export function zoneName(zone: string | undefined, at: Date, locale: string): string | undefined {
  const name = zonePart('longGeneric', zone, at, locale);
  return /^(GMT|UTC)/.test(name) ? undefined : name;
}

/** How far clocks at `zone` are from UTC at an instant, as readers of a language write it: "GMT+1", in French "UTC+1". */
export function offsetText(zone: string | undefined, at: Date, locale: string): string {
  return zonePart('shortOffset', zone, at, locale);
}

function zonePart(
  timeZoneName: 'longGeneric' | 'shortOffset',
  zone: string | undefined,
  at: Date,
  locale: string,
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName, ...zoned(zone) }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function zoned(zone: string | undefined): { timeZone?: string } {
  return zone === undefined ? {} : { timeZone: zone };
}
