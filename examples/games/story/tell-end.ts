import type { UnitTeller } from './played.ts';
import type { Sheet } from './sheet.ts';

/**
 * The end of a unit: finished, unofficial when all are in, official when the time for protests is over. Returns when the
 * result was official, in epoch milliseconds.
 */
export function tellEnd(teller: UnitTeller, sheet: Sheet, endMs: number, untilOfficialMs: number): number {
  const officialMs = endMs + untilOfficialMs;
  teller.schedule(endMs + 20_000, 'FINISHED', { actualEndMs: endMs });
  teller.result(endMs + 25_000, 'UNOFFICIAL', sheet, 'operator');
  teller.result(officialMs, 'OFFICIAL', sheet, 'office');
  return officialMs;
}
