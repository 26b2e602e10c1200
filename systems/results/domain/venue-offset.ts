import { instantOf, parseDateTime } from '@altis/odf';

/** Offset from UTC at the venue, "+01:00": as the time is written, else that of its zone at that time. */
export function venueOffset(written: string | undefined, zone: string): string | null {
  const read = written === undefined ? undefined : parseDateTime(written);
  if (read?.ok !== true) return null;
  const { local, offsetMinutes } = read.value;
  const minutes = offsetMinutes ?? (Date.parse(`${local}Z`) - instantOf(read.value, zone)) / 60_000;
  return offsetText(minutes);
}

/** Minutes ahead of UTC as `+01:00`. */
export function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
