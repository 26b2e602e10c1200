/** `ScheduleStatus` of a unit. */
export const scheduleStatuses: readonly string[] = [
  'CANCELLED',
  'DELAYED',
  'FINISHED',
  'GETTING_READY',
  'INTERRUPTED',
  'POSTPONED',
  'RESCHEDULED',
  'RUNNING',
  'SCHEDULED',
  'SCHEDULED_BREAK',
  'UNSCHEDULED',
];

/** `ResultStatus` of a message. */
export const resultStatuses: readonly string[] = [
  'START_LIST',
  'OFFICIAL',
  'UNOFFICIAL',
  'INTERMEDIATE',
  'PARTIAL',
  'LIVE',
  'UNCONFIRMED',
  'PROTESTED',
  'PROVISIONAL',
];
