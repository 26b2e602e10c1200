import { instantOf, parseDateTime } from '@altis/odf';

/** An xs:dateTime of a message as a UTC instant, ISO 8601; `zone` is that of the venue, for times without an offset. */
export function toInstant(written: string | undefined, zone: string): string | null {
  const read = written === undefined ? undefined : parseDateTime(written);
  return read?.ok === true ? new Date(instantOf(read.value, zone)).toISOString() : null;
}
