import type { Venue } from '../place/venues.ts';
import type { Texts } from '../texts.ts';

/** A medal event of the programme. */
export type EventPlan = {
  /** RSC of the event. */
  readonly rsc: string;
  readonly discipline: string;
  readonly gender: 'M' | 'W' | 'X';
  readonly names: Texts;
};

/** A unit as it was planned before the Games. */
export type UnitPlan = {
  readonly rsc: string;
  readonly event: EventPlan;
  readonly names: Texts;
  readonly phaseNames: Texts;
  readonly day: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly venue: Venue;
  readonly location: string;
  readonly session: string;
  /** Which medals it decides. */
  readonly medal: 'none' | 'gold' | 'bronze';
  readonly number?: number;
};

/** One side of a game in the schedule. */
export type Side =
  | { readonly code: string; readonly organisation: string }
  | { readonly from: string; readonly value?: string; readonly outcome?: 'W' | 'L' };

/** RSC of an event: discipline, gender and event. */
export function eventRsc(discipline: string, gender: string, event: string): string {
  return `${discipline}${gender}${event}`.padEnd(34, '-');
}

/** RSC of a phase of an event, and of a unit of it, e.g. `QFNL`, `000200`. */
export function rscIn(event: string, phase: string, unit = ''): string {
  return `${event.slice(0, 22)}${phase.padEnd(4, '-')}${unit.padEnd(8, '-')}`;
}
