import type { EventSummary } from '../../contract/index.ts';

/** How the state of an event is marked. */
export const eventStatusMarks = {
  scheduled: 'idle',
  running: 'live',
  finished: 'ok',
} as const satisfies Record<EventSummary['status'], string>;
