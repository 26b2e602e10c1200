import type { Reading } from './fault.ts';
import { quote, valueFault } from './fault.ts';

/** A date and time as written: local fields, and the offset from UTC where one was given. */
export type OdfDateTime = {
  /** `YYYY-MM-DDThh:mm:ss.sss`, in the zone of the writer. */
  readonly local: string;
  readonly offsetMinutes: number | undefined;
  /** Of an hour that clocks repeat at the end of summer time: whether it is the second one. */
  readonly isRepeated?: true;
};

/** When a message was made, as its header has it. */
type HeaderTime = { readonly date: string; readonly time: string; readonly isRepeated?: true };

/** Normalises a header `Time` to the nine digits hhmmssfff; `lenient` says that it was written otherwise. */
export function parseHeaderTime(text: string): Reading<{ readonly digits: string; readonly lenient: boolean }> {
  const strict = /^(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(text);
  const match = strict ?? /^(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?$/.exec(text) ?? /^(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59 || Number(match[3]) > 60) {
    return valueFault(
      `The time ${quote(text)} is not hhmmssfff.`,
      'Write nine digits, e.g. 151407312 for 15:14:07.312.',
    );
  }
  const digits = `${match[1]}${match[2]}${match[3]}${milliseconds(match[4])}`;
  return { ok: true, value: { digits, lenient: strict === null } };
}

/** Whether a text is a calendar date `YYYY-MM-DD` that exists. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * Reads an xs:dateTime (XML Schema 1.1 part 2, 3.3.7) of years 0001–9999, with or without an offset. Milliseconds are
 * kept, finer digits dropped. Also taken, because they occur: no seconds, an offset written `+0800` or `+08`, and the
 * second hour of the two that are alike at the end of summer time as `02B` (see `sendingTime`).
 */
export function parseDateTime(text: string): Reading<OdfDateTime> {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)(B)?:(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(
    text.trim(),
  );
  const [, year = '', month = '', day = '', hour = '', repeated, minute = '', second = '00', fraction, zone] =
    match ?? [];
  const offsetMinutes = zone === undefined ? undefined : offsetOf(zone);
  const endOfDay = hour === '24' && Number(minute) === 0 && Number(second) === 0 && Number(fraction ?? 0) === 0;
  const valid =
    isCalendarDay(Number(year), Number(month), Number(day)) &&
    (Number(hour) < 24 || endOfDay) &&
    Number(minute) < 60 &&
    // A leap second is read as the second before it.
    Number(second) <= 60 &&
    (offsetMinutes === undefined || Math.abs(offsetMinutes) <= 14 * 60);
  if (match === null || !valid) {
    return valueFault(
      `The date and time ${quote(text)} cannot be read.`,
      'Write YYYY-MM-DDThh:mm:ss with the offset of the venue, e.g. 2030-02-22T15:13:58.420+01:00.',
    );
  }
  const written =
    Date.parse(`${year}-${month}-${day}T00:00:00Z`) +
    ((Number(hour) * 60 + Number(minute)) * 60 + Math.min(Number(second), 59)) * 1000 +
    Number(milliseconds(fraction));
  const value = { local: new Date(written).toISOString().slice(0, -1), offsetMinutes };
  return { ok: true, value: repeated === undefined ? value : { ...value, isRepeated: true } };
}

/**
 * The instant of a date and time in epoch milliseconds. Where no offset was written, `zone` decides: an offset such as
 * `+01:00` or an IANA zone such as `Europe/Rome`. A local time that occurs twice (end of summer time) means the first, unless
 * it says otherwise. Throws a RangeError for a zone that does not exist.
 */
export function instantOf(dateTime: OdfDateTime, zone: string): number {
  const local = Date.parse(`${dateTime.local}Z`);
  const offsetMinutes =
    dateTime.offsetMinutes ??
    (/^(?:Z|[+-]\d\d:?\d\d)$/.test(zone) ? offsetOf(zone) : zoneOffset(local, zone, dateTime.isRepeated));
  return local - offsetMinutes * 60_000;
}

/** The instant at which a message was made, in epoch milliseconds: header `Date` and `Time` in the venue's zone (see `instantOf`). */
export function headerInstant(header: HeaderTime, zone: string): number {
  const { isRepeated } = header;
  return instantOf({ local: localTime(header), offsetMinutes: undefined, ...(isRepeated && { isRepeated }) }, zone);
}

/**
 * Header `Date` and `Time` as a text that sorts in the order of sending: as `localTime`, but the second of the two hours
 * that are alike at the end of summer time is `02B`, as German law calls it (SoZV § 2(3)): `2030-10-27T02B:15:00.000`.
 */
export function sendingTime(header: HeaderTime): string {
  const local = localTime(header);
  return header.isRepeated === undefined ? local : `${local.slice(0, hourEnd)}B${local.slice(hourEnd)}`;
}

const hourEnd = 'YYYY-MM-DDThh'.length;

/** What the header itself had, of a `sendingTime`. */
export function timeAsWritten(sentAt: string): string {
  return sentAt.replace(/(?<=T\d\d)B/, '');
}

/** Header `Date` and `Time` as `YYYY-MM-DDThh:mm:ss.sss`. */
export function localTime(header: HeaderTime): string {
  const { date, time } = header;
  // A leap second would not be a time to `Date`; it is read as the second before it.
  const second = time.slice(4, 6) === '60' ? '59' : time.slice(4, 6);
  return `${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${second}.${time.slice(6, 9)}`;
}

/**
 * Reads a match clock (`When`, `Clock/@Time`) in milliseconds: `mm:ss`, `m:ss`, `h:mm:ss` or `ss`, each with a fraction if
 * need be; or minutes as football counts them, `23'`, with those of stoppage time added to those of the half, `90'+4`.
 */
export function parseMatchClock(text: string): Reading<number> {
  const counted = /^(\d{1,3})['’](?:\s?\+\s?(\d{1,2})['’]?)?$/.exec(text.trim());
  if (counted !== null) return { ok: true, value: (Number(counted[1]) + Number(counted[2] ?? 0)) * 60_000 };
  const match = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,2})(?:[.,](\d+))?$/.exec(text.trim());
  const [, hours = '0', minutes = '0', seconds = '0', fraction] = match ?? [];
  const tooMany = (minutes !== '0' && Number(seconds) > 59) || (hours !== '0' && Number(minutes) > 59);
  if (match === null || tooMany) {
    return valueFault(
      `The match clock ${quote(text)} cannot be read.`,
      "Write minutes and seconds, e.g. 14:02, or the minute, e.g. 23' or 90'+4.",
    );
  }
  return {
    ok: true,
    value: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(milliseconds(fraction)),
  };
}

function milliseconds(fraction: string | undefined): string {
  return (fraction ?? '').slice(0, 3).padEnd(3, '0');
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  // Day 0 of the next month is the last of this one; the 400-year cycle keeps early years out of Date's two-digit rule.
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Offset in minutes of an IANA zone at a local time, given as if it were UTC; the second where there are two. */
function zoneOffset(local: number, zone: string, isSecond = false): number {
  const format = formatOf(zone);
  const offsetAt = (instant: number): number => {
    const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    return name === 'GMT' ? 0 : offsetOf(name.slice(3, 9));
  };
  const dayMs = 86_400_000;
  // The offset the day before is the one in force first, and so decides between two readings.
  const before = offsetAt(local - dayMs);
  const isBefore = offsetAt(local - before * 60_000) === before;
  if (isBefore && !isSecond) return before;
  const after = offsetAt(local + dayMs);
  return isBefore && offsetAt(local - after * 60_000) !== after ? before : after;
}

/** Making one takes as long as reading a short message; what it says of a time never changes. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  return format;
}
