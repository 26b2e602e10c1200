import type { ScheduleUnit } from '../views/schedule.ts';

/** What a schedule says of a unit. */
export type ScheduleSaid = {
  readonly kind: 'schedule';
  readonly status: string;
  /** xs:dateTime as written. */
  readonly start: string | undefined;
};

/** Reads what a schedule, or an update of one, says of a unit's facts. */
export function tellSchedule({ status, startDate }: Pick<ScheduleUnit, 'status' | 'startDate'>): ScheduleSaid {
  return { kind: 'schedule', status, start: startDate };
}
