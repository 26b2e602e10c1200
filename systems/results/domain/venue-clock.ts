import { localDateTime } from './local-time.ts';
import { offsetText, venueOffset } from './venue-offset.ts';

const dayMs = 86_400_000;

/** Where a unit is in time: its start in UTC, and how far the clocks of its venue are from UTC then, "+01:00". */
export type UnitClock = { readonly startsAt: string | null; readonly offset: string | null };

/**
 * By which zone times in headers are read and written that come from the venue of a unit: its own offset; but that of all
 * venues where its clocks go with that zone and the offset is one that the zone has these days, so that clocks may change
 * in the midst of a unit.
 *
 * @param day in the header, `YYYY-MM-DD`
 */
export function venueClock(day: string, unit: UnitClock | undefined, zone: string): string {
  const offset = unit?.offset ?? null;
  const noonMs = Date.parse(`${day}T12:00:00Z`);
  if (offset === null || Number.isNaN(noonMs)) return offset ?? zone;
  const near = [noonMs - dayMs, noonMs + dayMs].map((ms) => venueOffset(new Date(ms).toISOString().slice(0, -1), zone));
  return near.includes(offset) && goesWithZone(unit, zone) ? zone : offset;
}

/** How far clocks at the venue of a unit are from UTC at an instant, by `venueClock`: as times with an offset are written. */
export function offsetAtVenue(epochMs: number, unit: UnitClock | undefined, zone: string): string | null {
  const shown = localDateTime(epochMs, zone);
  const clock = venueClock(shown.slice(0, 'YYYY-MM-DD'.length), unit, zone);
  return clock === zone ? offsetText((Date.parse(`${shown}Z`) - epochMs) / 60_000) : clock;
}

/** Whether a unit starts at the offset that the zone has at that instant: a venue elsewhere may only share one now and then. */
export function goesWithZone(unit: UnitClock | undefined, zone: string): boolean {
  if (unit === undefined || unit.startsAt === null || unit.offset === null) return false;
  const startMs = Date.parse(unit.startsAt);
  return localDateTime(startMs, zone) === localDateTime(startMs, unit.offset);
}
