import type { Database } from '@altis/database';
import type { Clock, Log } from '@altis/kernel';
import type { IdentitySettings } from './config.ts';
import type { Journal } from './journal.ts';
import type { IdentityTables } from './tables.ts';

/** What every function of this package works with. */
export type IdentityContext = {
  readonly db: Database<IdentityTables>;
  readonly clock: Clock;
  readonly log: Log;
  readonly journal: Journal;
  readonly settings: IdentitySettings;
};

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The present as a date for the database, so many milliseconds from now. */
export function dateIn({ clock }: Pick<IdentityContext, 'clock'>, distanceMs = 0): Date {
  return new Date(clock.now() + distanceMs);
}
