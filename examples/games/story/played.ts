import type { OdfElement } from '@altis/odf';
import type { Random } from '../../broadcast/random.ts';
import { chanceOf } from '../chance.ts';
import type { Entrant, Person } from '../cast/person.ts';
import type { Pace, Report, ResultStatus } from './report.ts';
import type { Line, Sheet } from './sheet.ts';
import type { EventPlan, Side, UnitPlan } from './unit-plan.ts';

/** What an event is played with. */
export type Stage = {
  readonly seed: number;
  readonly event: EventPlan;
  /** The strongest first. */
  readonly entrants: readonly Entrant[];
  readonly officials: readonly Person[];
  /** Its units as planned, by start. */
  readonly units: readonly UnitPlan[];
  /** Whether everything is reported, or, in small Games, only what a result needs. */
  readonly isBrief: boolean;
};

/** A change of the schedule, as it is told. */
export type ScheduleChange = {
  readonly atMs: number;
  readonly unit: UnitPlan;
  readonly status: ScheduleStatus;
  /** Planned start, where it is another than before. */
  readonly startMs?: number;
  readonly actualStartMs?: number;
  readonly actualEndMs?: number;
  /** Teams of a game, as far as they are known now. */
  readonly sides?: readonly Side[];
};
type ScheduleStatus = 'SCHEDULED' | 'DELAYED' | 'POSTPONED' | 'RESCHEDULED' | 'RUNNING' | 'FINISHED';

/** A unit as it ended. */
export type PlayedUnit = {
  readonly plan: UnitPlan;
  /** Planned start after all changes, and when it was begun and over, in epoch milliseconds. */
  readonly startMs: number;
  readonly actualStartMs: number;
  readonly actualEndMs: number;
  /** When its result was official. */
  readonly officialMs: number;
  /** Day of the Games on which it was begun, from 0. */
  readonly day: number;
  readonly sheet: Sheet;
  /** Of a game: what happened, in order, after all corrections. */
  readonly actions?: readonly PlayedAction[];
};

/** An action of a play-by-play as it holds at the end. */
export type PlayedAction = {
  readonly id: string;
  readonly code: string;
  readonly period: string;
  readonly order: number;
  readonly clock: string;
  readonly atMs: number;
  readonly result?: string;
  readonly score?: { readonly home: number; readonly away: number };
  readonly athletes: readonly { readonly code: string; readonly role: string }[];
};

/** A medal that was won. */
export type MedalWon = {
  readonly event: EventPlan;
  readonly medal: 'gold' | 'silver' | 'bronze';
  readonly unit: UnitPlan;
  readonly entrant: Entrant;
  readonly atMs: number;
};

/** A record before the Games, or as it was set at them. */
export type RecordMark = {
  readonly code: string;
  readonly name: string;
  /** `HR`: of the hill. */
  readonly type: string;
  readonly result: string;
  readonly organisation: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Absent before the Games. */
  readonly entrant?: Entrant;
  readonly unit?: string;
};

/** An event, played. */
export type Played = {
  readonly reports: readonly Report[];
  readonly changes: readonly ScheduleChange[];
  readonly units: readonly PlayedUnit[];
  /** Final ranking of the event. */
  readonly ranking: readonly Line[];
  /** Records set in it, the last one holds. */
  readonly records?: readonly RecordMark[];
};

/** Keeps what is told of one unit. */
export interface UnitTeller {
  readonly plan: UnitPlan;
  readonly reports: Report[];
  readonly changes: ScheduleChange[];
  result(atMs: number, status: ResultStatus, sheet: Sheet, pace?: Pace): void;
  /** Another document of the unit, or of its phase or event. */
  document(atMs: number, head: DocumentHead, content: () => readonly OdfElement[]): void;
  schedule(
    atMs: number,
    status: ScheduleStatus,
    times?: Pick<ScheduleChange, 'startMs' | 'actualStartMs' | 'actualEndMs' | 'sides'>,
  ): void;
}

type DocumentHead = Pick<Report, 'documentType' | 'documentSubtype' | 'documentSubcode' | 'status'> & {
  /** The unit itself unless told. */
  readonly documentCode?: string;
  readonly pace?: Pace;
};

/** Begins to tell of a unit, on another day than planned where it was moved; `write` composes its DT_RESULT. */
export function tellUnit(
  plan: UnitPlan,
  write: (plan: UnitPlan, sheet: Sheet) => readonly OdfElement[],
  day = plan.day,
): UnitTeller {
  const reports: Report[] = [];
  const changes: ScheduleChange[] = [];
  const at = { venue: plan.venue, source: `${plan.venue.code}${plan.event.discipline}1`, day };
  return {
    plan,
    reports,
    changes,
    result: (atMs, status, sheet, pace = 'clock') =>
      void reports.push({
        ...at,
        atMs,
        pace,
        documentType: 'DT_RESULT',
        documentCode: plan.rsc,
        status,
        content: () => write(plan, sheet),
      }),
    document: (atMs, { pace = 'office', documentCode = plan.rsc, ...head }, content) =>
      void reports.push({ ...at, ...head, atMs, pace, documentCode, content }),
    schedule: (atMs, status, times = {}) => void changes.push({ atMs, unit: plan, status, ...times }),
  };
}

/** Chance of one unit. */
export const unitChance = ({ seed }: Stage, { rsc }: UnitPlan, subject = ''): Random =>
  chanceOf(seed, `${rsc} ${subject}`);
