export type CalendarEntry = {
  readonly id: string;
  /** ISO 8601 instants. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly title: string;
  readonly place: string;
  readonly category: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
};

/** A calendar that every calendar program reads (iCalendar, RFC 5545); `writtenAt` is an ISO 8601 instant. */
export function calendarFile(title: string, entries: readonly CalendarEntry[], writtenAt: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Altis//Results//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(title)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escape(entry.id)}`,
      `DTSTAMP:${dateTime(writtenAt)}`,
      `DTSTART:${dateTime(entry.startsAt)}`,
      ...(entry.endsAt === null || entry.endsAt <= entry.startsAt ? [] : [`DTEND:${dateTime(entry.endsAt)}`]),
      `SUMMARY:${escape(entry.title)}`,
      ...(entry.place === '' ? [] : [`LOCATION:${escape(entry.place)}`]),
      `CATEGORIES:${escape(entry.category)}`,
      `STATUS:${entry.status}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** In UTC (clause 3.3.5): `20300222T201000Z`. */
function dateTime(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A text (clause 3.3.11). */
function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

const longestLineBytes = 75;

/** Lines longer than 75 bytes go on after a line end and a space (clause 3.1), never within a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).byteLength;
    if (bytes + size > longestLineBytes) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}
