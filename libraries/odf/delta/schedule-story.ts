import type { Ground } from './fact.ts';
import type { ScheduleSaid } from './tell-schedule.ts';
import type { Telling } from './telling.ts';

/** What is remembered of the schedule of a unit. */
export type ScheduleStory = {
  readonly kind: 'schedule';
  readonly told: ScheduleSaid;
  /** When it was to begin, as of the last time that it was on. */
  readonly plannedStart: string | undefined;
  readonly postponement: Postponement | undefined;
};

type Postponement = { readonly from: string | undefined; readonly at: string; readonly message: string };

/** Takes the next schedule into the story. */
export function followSchedule(story: ScheduleStory | undefined, telling: Telling, told: ScheduleSaid): ScheduleStory {
  const isPostponed = told.status === 'POSTPONED';
  const held = story !== undefined && isHeld(story.postponement, told) ? story.postponement : undefined;
  const fresh = { from: story?.plannedStart, at: telling.sentAt, message: telling.message };
  // Postponed once more, after it had got a new time: a new start for the same fact would hide the second one.
  const isAgain = isPostponed && story?.told.status !== 'POSTPONED' && held !== undefined;
  return {
    kind: 'schedule',
    told,
    plannedStart: isPostponed ? story?.plannedStart : (told.start ?? story?.plannedStart),
    postponement: isPostponed && (held === undefined || isAgain) ? fresh : held,
  };
}

/** Everything that the schedule gives reason for. */
export function scheduleGrounds({ told, postponement }: ScheduleStory): Ground[] {
  const grounds: Ground[] = [];
  if (postponement !== undefined) {
    const { from: previous, at, message } = postponement;
    const value = told.start === previous ? undefined : told.start;
    grounds.push({ key: '', kind: 'postponed', value, previous, at, message });
  }
  if (told.status === 'CANCELLED') grounds.push({ key: '', kind: 'cancelled' });
  return grounds;
}

/** A unit that is on again at its old time was not postponed after all. */
function isHeld(postponement: Postponement | undefined, told: ScheduleSaid): boolean {
  if (postponement === undefined) return false;
  return told.status !== 'SCHEDULED' || told.start !== postponement.from;
}
