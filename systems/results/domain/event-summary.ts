import type { EventSummary, LocalName } from '../contract/index.ts';
import type { KeptUnit } from './unit-summary.ts';

/** What there is to say about an event. */
export type EventSources = {
  /** Its units, in the order of their codes. */
  readonly units: readonly { readonly summary: KeptUnit; readonly eventName: string | null }[];
  /** Of the code tables. */
  readonly name: LocalName | undefined;
  /** Name of messages about the event as a whole. */
  readonly statedName: string | null;
  /** Whether any message tells its medals; whether gold is among them. */
  readonly hasMedallists: boolean;
  readonly hasGold: boolean;
};

/** An event as lists show it; undefined for a code that goes no deeper than a discipline, and where nothing speaks of it. */
export function summariseEvent(rsc: string, sources: EventSources): EventSummary | undefined {
  const { units, name, statedName, hasMedallists } = sources;
  const code = rsc.slice(4, 22).replace(/-+$/, '');
  if (code === '' || (units.length === 0 && statedName === null && !hasMedallists)) return undefined;
  const competitions = units
    .map(({ summary }) => summary)
    .filter(({ phaseType }) => phaseType === null || phaseType === '3');
  const days = competitions.flatMap(({ day }) => (day === null ? [] : [day]));
  const stated = statedName ?? units.find(({ eventName }) => eventName !== null)?.eventName;
  return {
    rsc,
    discipline: rsc.slice(0, 3),
    gender: rsc.slice(3, 4),
    name: { en: stated ?? code, ...name },
    days: [...new Set(days)].sort(),
    status: statusOf(competitions, sources),
    isMedalEvent: hasMedallists || units.some(({ summary }) => summary.medal !== 'none'),
  };
}

const over = ['FINISHED', 'CANCELLED', 'UNSCHEDULED'];
const begun = ['RUNNING', 'INTERRUPTED', 'SCHEDULED_BREAK', 'FINISHED'];

function statusOf(units: readonly KeptUnit[], { hasGold }: EventSources): EventSummary['status'] {
  const isOver = ({ scheduleStatus, resultStatus }: KeptUnit): boolean =>
    over.includes(scheduleStatus ?? '') || (resultStatus === 'OFFICIAL' && scheduleStatus !== 'RUNNING');
  const hasBegun = ({ scheduleStatus, resultStatus }: KeptUnit): boolean =>
    begun.includes(scheduleStatus ?? '') || (resultStatus !== null && resultStatus !== 'START_LIST');
  if (units.length > 0 && units.every(isOver)) return units.some(hasBegun) ? 'finished' : 'scheduled';
  if (units.length === 0) return hasGold ? 'finished' : 'scheduled';
  return hasGold || units.some(hasBegun) ? 'running' : 'scheduled';
}
