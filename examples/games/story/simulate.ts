import { castGames, type Cast } from '../cast/cast.ts';
import { playDownhill } from '../alpine-skiing/play-downhill.ts';
import { playRelay } from '../biathlon/play-relay.ts';
import { playSprint } from '../cross-country/play-sprint.ts';
import { playSkating } from '../figure-skating/play-skating.ts';
import { playTournament } from '../ice-hockey/play-tournament.ts';
import { playJumping } from '../ski-jumping/play-jumping.ts';
import { calendarFrom, type Calendar } from '../place/calendar.ts';
import { eventsOf, unitsOf, type EventKey, type GamesSize } from '../programme.ts';
import type { MedalWon, Played, Stage } from './played.ts';
import type { UnitPlan } from './unit-plan.ts';

export type GamesOptions = {
  readonly seed: number;
  /** First day of the Games, `YYYY-MM-DD`. */
  readonly firstDay: string;
  readonly size?: GamesSize;
};

/** The Games as they happened, before anything is told of them. */
export type Simulation = {
  readonly seed: number;
  readonly size: GamesSize;
  readonly calendar: Calendar;
  readonly cast: Cast;
  /** All units as planned, by start. */
  readonly plans: readonly UnitPlan[];
  readonly events: readonly PlayedEvent[];
};

export type PlayedEvent = {
  readonly key: EventKey;
  readonly stage: Stage;
  readonly played: Played;
  /** Gold first. */
  readonly medals: readonly MedalWon[];
};

/** Plays all events of the Games by chance of the seed. */
export function simulate({ seed, firstDay, size = 'whole' }: GamesOptions): Simulation {
  const calendar = calendarFrom(firstDay);
  const cast = castGames(seed, size);
  const plans = unitsOf(size, calendar);
  const events = eventsOf(size).map(({ key }): PlayedEvent => {
    const stage = stageOf(seed, size, cast, plans, key);
    const played = playEvent(key, stage, calendar);
    return { key, stage, played, medals: medalsOf(played) };
  });
  return { seed, size, calendar, cast, plans, events };
}

function stageOf(seed: number, size: GamesSize, cast: Cast, plans: readonly UnitPlan[], key: EventKey): Stage {
  const units = plans.filter(({ event }) => event.rsc.startsWith(`${key}-`));
  const { event } = units[0]!;
  return {
    seed,
    event,
    units,
    entrants: cast.entrants.get(key) ?? [],
    officials: cast.officials.get(event.discipline) ?? [],
    isBrief: size === 'small',
  };
}

function playEvent(key: EventKey, stage: Stage, calendar: Calendar): Played {
  switch (key) {
    case 'ALPMDH':
    case 'ALPWDH':
      return playDownhill(stage);
    case 'BTHXRELAY4':
      return playRelay(stage);
    case 'CCSMSPRINT':
    case 'CCSWSPRINT':
      return playSprint(stage);
    case 'FSKWSINGLES':
    case 'FSKXPAIRS':
      return playSkating(stage);
    case 'IHOMTEAM6':
      return playTournament(stage, calendar);
    case 'SJPMNH':
    case 'SJPWNH':
      return playJumping(stage);
  }
}

/** Rank 1, 2 and 3: two that share a rank have the same medal, and the next one is left out. */
function medalsOf({ ranking, units }: Played): MedalWon[] {
  const names = ['gold', 'silver', 'bronze'] as const;
  const decisive = (rank: number): Played['units'][number] => {
    const bronze = rank === 3 ? units.find(({ plan }) => plan.medal === 'bronze') : undefined;
    return bronze ?? units.find(({ plan }) => plan.medal === 'gold') ?? units.at(-1)!;
  };
  return ranking.flatMap(({ rank, entrant }): MedalWon[] => {
    const medal = rank === undefined ? undefined : names[rank - 1];
    if (rank === undefined || medal === undefined) return [];
    const { plan, officialMs } = decisive(rank);
    return [{ event: plan.event, medal, unit: plan, entrant, atMs: officialMs }];
  });
}
