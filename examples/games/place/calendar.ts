/** The days of the Games and the clocks of their venues. */
export interface Calendar {
  /** The days, `YYYY-MM-DD`; day 0 is the first. */
  day(index: number): string;
  /** When the clock of a zone shows that time on that day; hours from 24 lie in the night after it. In epoch milliseconds. */
  at(day: number, time: string, zone: string): number;
  /** `2030-02-22T15:13:58.420+01:00` */
  dateTime(atMs: number, zone: string): string;
}

/** @param firstDay `YYYY-MM-DD` @throws where that is no day */
export function calendarFrom(firstDay: string): Calendar {
  const firstMs = Date.parse(`${firstDay}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(firstDay) || Number.isNaN(firstMs))
    throw new Error(`"${firstDay}" is no day: write it as 2030-02-22.`);
  return {
    day: (index) => new Date(firstMs + index * dayMs).toISOString().slice(0, 10),
    at(day, time, zone) {
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      const shownMs = firstMs + day * dayMs + (hours * 60 + minutes) * 60_000;
      // The offset of the guess is that of the time itself, except within an hour of a change of clocks.
      const guess = shownMs - offsetMs(shownMs, zone);
      return shownMs - offsetMs(guess, zone);
    },
    dateTime: zonedDateTime,
  };
}

/** What the clock of an IANA zone shows: `2030-02-22T15:13:58.420+01:00`. */
export function zonedDateTime(atMs: number, zone: string): string {
  const offset = offsetMs(atMs, zone);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  return `${new Date(atMs + offset).toISOString().slice(0, -1)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const dayMs = 86_400_000;
const quarterMs = 900_000;
const known = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of UTC; they only ever change on a quarter of an hour. */
function offsetMs(atMs: number, zone: string): number {
  const quarter = Math.floor(atMs / quarterMs);
  const key = `${zone} ${quarter}`;
  const found = known.get(key) ?? readOffset(quarter * quarterMs, zone);
  known.set(key, found);
  return found;
}

function readOffset(atMs: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
