import { venueOffset } from './venue-offset.ts';

const dayMs = 86_400_000;

/**
 * By which zone the times in headers are read that come from a venue: its own offset; but that of all venues where the
 * offset is one of those that the zone has these days, so that clocks may change in the midst of a unit.
 *
 * @param day in the header, `YYYY-MM-DD`
 * @param offset of the venue when the unit starts, "+01:00"; null where it is not known
 */
export function venueClock(day: string, offset: string | null, zone: string): string {
  const noonMs = Date.parse(`${day}T12:00:00Z`);
  if (offset === null || Number.isNaN(noonMs)) return offset ?? zone;
  const near = [noonMs - dayMs, noonMs + dayMs].map((ms) => venueOffset(new Date(ms).toISOString().slice(0, -1), zone));
  return near.includes(offset) ? zone : offset;
}
