import type { ReactNode } from 'react';
import { StatusBadge, useText, type Status } from '@altis/web';
import { pageMessages } from './page-messages.ts';

// ODF ResultStatus and ScheduleStatus; a code that is new to these pages is shown as it is.
const marks = {
  START_LIST: 'idle',
  LIVE: 'live',
  INTERMEDIATE: 'live',
  PARTIAL: 'live',
  UNCONFIRMED: 'busy',
  UNOFFICIAL: 'busy',
  OFFICIAL: 'ok',
  PROTESTED: 'warn',
  PROVISIONAL: 'warn',
  SCHEDULED: 'idle',
  UNSCHEDULED: 'idle',
  RESCHEDULED: 'warn',
  POSTPONED: 'warn',
  DELAYED: 'warn',
  CANCELLED: 'bad',
  GETTING_READY: 'busy',
  RUNNING: 'live',
  INTERRUPTED: 'warn',
  FINISHED: 'ok',
} as const satisfies Record<string, Status>;

/** How a unit stands: by its results, or as long as there are none by the schedule. */
export function UnitStatus(props: { resultStatus: string | null; scheduleStatus: string | null }): ReactNode {
  const t = useText(pageMessages);
  const code = props.resultStatus ?? props.scheduleStatus;
  if (code === null) return null;
  if (!isKnown(code)) return <StatusBadge status="idle">{code}</StatusBadge>;
  return <StatusBadge status={marks[code]}>{t(`status.${code}`)}</StatusBadge>;
}

function isKnown(code: string): code is keyof typeof marks {
  return Object.hasOwn(marks, code);
}
