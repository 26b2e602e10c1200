import { courseOf, downhillRuns } from './alpine-skiing/play-downhill.ts';
import type { Entrant } from './cast/person.ts';
import type { Games } from './play-games.ts';
import { jumpRounds } from './ski-jumping/play-jumping.ts';
import { hill } from './ski-jumping/jump.ts';
import { endOf } from './story/timed-run.ts';
import type { EventKey } from './programme.ts';
import type { PlayedEvent } from './story/simulate.ts';

/** An athlete as television shows one. */
type OnScreen = {
  readonly code: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly bib: number;
};

/** One run of a downhill; moments in epoch milliseconds, times in hundredths of a second from the start. */
export type DownhillRun = {
  readonly athlete: OnScreen;
  readonly startMs: number;
  /** Intermediates that were passed. */
  readonly splits: readonly {
    readonly number: number;
    readonly time: number;
    readonly rank: number;
    readonly behind: number;
  }[];
  /** At the speed trap behind the second intermediate, km/h; absent where it was not reached. */
  readonly speedKmh?: number;
  /** Absent where there was no finish. */
  readonly finish?: { readonly time: number; readonly rank: number; readonly behind: number };
  /** When the run was over: at the finish, or at the fall. */
  readonly endMs: number;
  readonly irm?: 'DNF' | 'DNS' | 'DSQ';
};

/** A downhill as a broadcast follows it: who starts when, splits with rank and distance at that time, finish or fall. */
export type DownhillBroadcast = {
  readonly unit: string;
  readonly title: string;
  readonly venueName: string;
  readonly splitShares: readonly number[];
  readonly runs: readonly DownhillRun[];
};

/** @throws where these Games have no such event */
export function downhillBroadcast(games: Games, event: 'ALPMDH' | 'ALPWDH' = 'ALPMDH'): DownhillBroadcast {
  const { stage } = eventOf(games, event);
  const runs = downhillRuns(stage);
  const plan = stage.units[0]!;
  const past = (index: number, beforeMs: number): number[] =>
    runs.flatMap((run) => {
      const time = run.splits[index];
      return time !== undefined && index < run.passed && run.startMs + time * 10 <= beforeMs ? [time] : [];
    });
  const placed = (times: readonly number[], time: number): { rank: number; behind: number } => ({
    rank: times.filter((other) => other < time).length + 1,
    behind: time - Math.min(time, ...times),
  });
  return {
    unit: plan.rsc,
    title: plan.names.ENG,
    venueName: plan.venue.names.ENG,
    splitShares: courseOf(stage).splits,
    runs: runs.map((run): DownhillRun => {
      const { entrant, bib, startMs, splits, passed, time, irm, speed } = run;
      const finished = runs.flatMap((other) =>
        other.time !== undefined && other.irm === undefined && endOf(other) <= endOf(run) ? [other.time] : [],
      );
      return {
        athlete: onScreen(entrant, bib),
        startMs,
        splits: splits
          .slice(0, passed)
          .map((at, index) => ({ number: index + 1, time: at, ...placed(past(index, startMs + at * 10), at) })),
        ...(passed >= 2 && { speedKmh: speed }),
        ...(time !== undefined && irm === undefined && { finish: { time, ...placed(finished, time) } }),
        endMs: endOf(run),
        ...(irm !== undefined && { irm }),
      };
    }),
  };
}

/** One jump; moments in epoch milliseconds, distance in metres, points as they are read out. */
export type BroadcastJump = {
  readonly athlete: OnScreen;
  /** The light turns green and the jumper lets go. */
  readonly startMs: number;
  readonly takeOffMs: number;
  readonly landingMs: number;
  /** The marks are shown. */
  readonly marksMs: number;
  readonly speedKmh: number;
  /** Along the hill, against the jumper above 0. */
  readonly windMetresPerSecond: number;
  readonly gate: number;
  readonly distance: number;
  readonly marks: readonly number[];
  readonly points: number;
  /** With the first round, where it counts. */
  readonly total: number;
  readonly rank?: number;
  readonly hasFallen: boolean;
  readonly irm?: 'DNS' | 'DSQ';
};

/** A round of ski jumping as a broadcast follows it. */
export type JumpBroadcast = {
  readonly unit: string;
  readonly title: string;
  readonly venueName: string;
  readonly hill: { readonly kPoint: number; readonly size: number };
  readonly jumps: readonly BroadcastJump[];
};

/** The last round, of the best, or the first. @throws where these Games have no such event */
export function jumpBroadcast(
  games: Games,
  event: 'SJPMNH' | 'SJPWNH' = 'SJPMNH',
  which: 'first' | 'last' = 'last',
): JumpBroadcast {
  const round = jumpRounds(eventOf(games, event).stage).at(which === 'first' ? 0 : -1)!;
  const { plan, jumps, before } = round;
  const totalOf = (jump: (typeof jumps)[number]): number => jump.total + (before.get(jump.entrant)?.total ?? 0);
  return {
    unit: plan.rsc,
    title: plan.names.ENG,
    venueName: plan.venue.names.ENG,
    hill: { kPoint: hill.kPoint, size: hill.size },
    jumps: jumps.map((jump, index): BroadcastJump => {
      const {
        entrant,
        bib,
        startMs,
        takeOffMs,
        landingMs,
        marksMs,
        speed,
        wind,
        gate,
        distance,
        marks,
        hasFallen,
        irm,
      } = jump;
      const valid = jumps.slice(0, index + 1).filter((other) => other.irm === undefined);
      return {
        athlete: onScreen(entrant, bib),
        startMs,
        takeOffMs,
        landingMs,
        marksMs,
        gate,
        hasFallen,
        speedKmh: speed,
        windMetresPerSecond: wind,
        distance: distance / 10,
        marks: marks.map((mark) => mark / 10),
        points: jump.total / 10,
        total: totalOf(jump) / 10,
        ...(irm === undefined ? { rank: valid.filter((other) => totalOf(other) > totalOf(jump)).length + 1 } : { irm }),
      };
    }),
  };
}

function eventOf({ simulation }: Games, key: EventKey): PlayedEvent {
  const found = simulation.events.find((event) => event.key === key);
  if (found === undefined) throw new Error(`These Games have no ${key}; play them whole.`);
  return found;
}

function onScreen({ members, organisation }: Entrant, bib: number): OnScreen {
  const { code, givenName, familyName } = members[0]!;
  return { code, givenName, familyName, organisation, bib };
}
