import { headerInstant, type OdfHeader } from '@altis/odf';

/** Clocks of venues are ahead by less than this. */
const fastestClockMs = 5 * 60_000;
/** Messages are on their way for less than this, as a rule. */
const longestWayMs = 30 * 60_000;

/**
 * The header of a message with what its time of receipt tells: whether it was made in the second of the two hours that are
 * alike when summer time ends. It was, where it came just after that, and so an hour or so after the first. What came later
 * may be of either, and counts as of the first, like times without an offset (see `instantOf`). A function of what is kept
 * with the message, so that it is told alike when all is rebuilt.
 *
 * @param zone of the venues; without summer time there is no such hour
 */
export function tellRepeatedHour(header: OdfHeader, receivedAt: Date, zone: string): OdfHeader {
  const repeated: OdfHeader = { ...header, isRepeated: true };
  const first = headerInstant(header, zone);
  // Most messages come at once, and none of these is of the second hour.
  if (receivedAt.getTime() < first + fastestClockMs) return header;
  const second = headerInstant(repeated, zone);
  const lagMs = receivedAt.getTime() - second;
  return second !== first && lagMs > -fastestClockMs && lagMs < longestWayMs ? repeated : header;
}
