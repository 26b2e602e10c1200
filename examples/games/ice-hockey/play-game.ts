import type { Random } from '../../broadcast/random.ts';
import { normal, shuffled } from '../chance.ts';
import type { Entrant, Person } from '../cast/person.ts';
import { penaltyShots } from './penalty-shots.ts';

export type TeamSide = 'home' | 'away';
export type PeriodCode = 'P1' | 'P2' | 'P3' | 'OT' | 'PSS';

/** Somebody's part in an action, by ODF role. */
export type Role = { readonly person: Person; readonly side: TeamSide; readonly role: string };

/** Something that happened in a game. */
export type GameEvent = {
  readonly id: string;
  readonly order: number;
  readonly code: 'SHOT' | 'GOAL' | 'P' | 'TOUT' | 'PSS' | 'ENDP';
  readonly period: PeriodCode;
  /** Match clock, seconds of the period. */
  readonly clock: number;
  readonly atMs: number;
  readonly side?: TeamSide;
  readonly roles: readonly Role[];
  /** Of a goal the situation, of a penalty shot whether it went in. */
  readonly result?: string;
  readonly penalty?: string;
  /** Who was first credited, until the scoring was looked at again. */
  readonly corrected?: { readonly atMs: number; readonly before: readonly Role[] };
  /** When the video review took the goal back. */
  readonly cancelledMs?: number;
};

export type Game = {
  readonly home: Entrant;
  readonly away: Entrant;
  readonly events: readonly GameEvent[];
  readonly startMs: number;
  readonly endMs: number;
  /** Whether somebody won, and when. */
  readonly winner: TeamSide;
  readonly isDecidedLate: boolean;
};

export type GameOptions = {
  readonly home: Entrant;
  readonly away: Entrant;
  readonly startMs: number;
  /** Whether saved shots, too, are written down. */
  readonly hasShots: boolean;
  /** Length of the overtime, seconds. */
  readonly overtime: number;
  /** What the scorers get wrong in this game. */
  readonly slip?: 'credit' | 'cancel' | undefined;
};

const periodSeconds = 1200;
const intermissionMs = 16 * 60_000;
/** The clock stands for that share of the time that it runs. */
const stoppage = 1.72;
const other = { home: 'away', away: 'home' } as const;
const penalties = ['TRIP', 'HOOK', 'HI-ST', 'INTRF', 'SLASH', 'HOLD'];

type Draft = Omit<GameEvent, 'id' | 'order'>;

/** Plays an ice-hockey game: three periods, sudden death where it is level, and penalty shots where it stays so. */
export function playGame(options: GameOptions, random: Random): Game {
  const { home, away, startMs, overtime } = options;
  const drafts: Draft[] = [];
  let periodStartMs = startMs;
  for (const period of ['P1', 'P2', 'P3'] as const) {
    const played = playPeriod(options, period, periodStartMs, periodSeconds, random);
    drafts.push(...played);
    periodStartMs = (played.at(-1)?.atMs ?? periodStartMs) + intermissionMs;
  }
  withSlip(drafts, options, random);
  const isLevel = (): boolean => goalsOf(drafts, 'home') === goalsOf(drafts, 'away');
  const isDecidedLate = isLevel();
  if (isDecidedLate) {
    drafts.push(...suddenDeath(options, periodStartMs - intermissionMs + 3 * 60_000, overtime, random));
    if (isLevel()) drafts.push(...shootOut(options, (drafts.at(-1)?.atMs ?? 0) + 3 * 60_000, random));
  }
  const counts = new Map<string, number>();
  const events = drafts.map((draft, index): GameEvent => {
    const number = (counts.get(draft.period) ?? 0) + 1;
    counts.set(draft.period, number);
    return { ...draft, id: `${draft.period}-${String(number).padStart(3, '0')}`, order: index + 1 };
  });
  const score = scoreOf(events);
  return {
    home,
    away,
    events,
    startMs,
    isDecidedLate,
    endMs: events.at(-1)?.atMs ?? startMs,
    winner: score.home > score.away ? 'home' : 'away',
  };
}

/** Goals of both sides, without those that were taken back; who won the penalty shots has one more. */
export function scoreOf(events: readonly Draft[]): { home: number; away: number } {
  const score = { home: goalsOf(events, 'home'), away: goalsOf(events, 'away') };
  const shot = (side: TeamSide): number =>
    events.filter(({ code, result, side: of }) => code === 'PSS' && result === 'GOAL' && of === side).length;
  const ended = events.some(({ code, period }) => code === 'ENDP' && period === 'PSS');
  if (ended) score[shot('home') > shot('away') ? 'home' : 'away'] += 1;
  return score;
}

function goalsOf(events: readonly Draft[], side: TeamSide): number {
  return events.filter((event) => event.code === 'GOAL' && event.side === side && event.cancelledMs === undefined)
    .length;
}

function playPeriod(
  options: GameOptions,
  period: PeriodCode,
  startMs: number,
  seconds: number,
  random: Random,
): Draft[] {
  const { home, away, hasShots } = options;
  const moments: { clock: number; side: TeamSide; kind: 'shot' | 'goal' | 'penalty' | 'time-out' }[] = [];
  const add = (side: TeamSide, kind: 'shot' | 'goal' | 'penalty' | 'time-out', mean: number): void => {
    const count = Math.max(0, Math.round(mean + normal(random) * Math.sqrt(mean)));
    for (let index = 0; index < count; index += 1)
      moments.push({ clock: random.integer(12, seconds - 12), side, kind });
  };
  for (const side of ['home', 'away'] as const) {
    const ahead = (side === 'home' ? 1 : -1) * (home.skill - away.skill);
    if (hasShots) add(side, 'shot', 8 + ahead * 2);
    add(side, 'goal', Math.max(0.25, 0.85 + ahead * 0.4));
    add(side, 'penalty', 1.1);
  }
  if (period === 'P3')
    moments.push({ clock: random.integer(900, 1150), side: random.next() < 0.5 ? 'home' : 'away', kind: 'time-out' });
  moments.sort((a, b) => a.clock - b.clock);
  let stoodMs = 0;
  const short: { side: TeamSide; until: number }[] = [];
  const drafts = apart(moments).map((moment): Draft => {
    const { clock, side, kind } = moment;
    const at = { period, clock, side, atMs: startMs + Math.round(clock * 1000 * stoppage) + stoodMs };
    if (kind === 'penalty') {
      stoodMs += 25_000;
      short.push({ side, until: clock + 120 });
      const person = random.pick(skaters(side === 'home' ? home : away));
      return { ...at, code: 'P', penalty: random.pick(penalties), roles: [{ person, side, role: 'PTY_SERVE' }] };
    }
    if (kind === 'time-out') {
      stoodMs += 40_000;
      return { ...at, code: 'TOUT', roles: [] };
    }
    if (kind === 'shot') return { ...at, code: 'SHOT', roles: shotRoles(options, side, random) };
    stoodMs += 45_000;
    const missing = (of: TeamSide): number => short.filter((each) => each.side === of && each.until > clock).length;
    const more = missing(other[side]) - missing(side);
    const result = more > 0 ? `PP${Math.min(2, more)}` : more < 0 ? `SH${Math.min(2, -more)}` : 'EQ';
    return { ...at, code: 'GOAL', result, roles: goalRoles(options, side, random) };
  });
  const endMs = startMs + Math.round(seconds * 1000 * stoppage) + stoodMs;
  return [...drafts, { code: 'ENDP', period, clock: seconds, atMs: endMs, roles: [] }];
}

/** Nothing happens within nine seconds of something else. */
function apart<T extends { clock: number }>(moments: readonly T[]): T[] {
  let last = -Infinity;
  return moments.filter(({ clock }) => {
    if (clock - last < 9) return false;
    last = clock;
    return true;
  });
}

function suddenDeath(options: GameOptions, startMs: number, seconds: number, random: Random): Draft[] {
  const played = playPeriod({ ...options, slip: undefined }, 'OT', startMs, seconds, random);
  const goal = played.findIndex(({ code }) => code === 'GOAL');
  const golden = played[goal];
  if (golden === undefined) return played;
  return [
    ...played.slice(0, goal + 1),
    { code: 'ENDP', period: 'OT', clock: golden.clock, atMs: golden.atMs + 4000, roles: [] },
  ];
}

/** Each by another skater of the side, the same again only where there are more than five. */
function shootOut(options: GameOptions, startMs: number, random: Random): Draft[] {
  const shooters = {
    home: shuffled(random, skaters(options.home)).slice(0, 5),
    away: shuffled(random, skaters(options.away)).slice(0, 5),
  };
  const drafts = penaltyShots(random).map(({ side, number, isIn }, index): Draft => {
    const person = shooters[side][number % shooters[side].length]!;
    return {
      code: 'PSS',
      period: 'PSS',
      clock: 0,
      side,
      result: isIn ? 'GOAL' : 'MISS',
      atMs: startMs + index * 38_000,
      roles: [{ person, side, role: 'SHOT' }, keeperOf(options, other[side])],
    };
  });
  return [
    ...drafts,
    { code: 'ENDP', period: 'PSS', clock: 0, atMs: (drafts.at(-1)?.atMs ?? startMs) + 9000, roles: [] },
  ];
}

/** A goal given to the wrong player, or one that the video review takes back. */
function withSlip(drafts: Draft[], options: GameOptions, random: Random): void {
  const { slip } = options;
  if (slip === undefined) return;
  const goals = drafts.filter(({ code }) => code === 'GOAL');
  const at = drafts.indexOf(goals[slip === 'credit' ? 0 : goals.length - 1] ?? drafts[0]!);
  const goal = drafts[at];
  if (goal?.side === undefined || goal.code !== 'GOAL') return;
  if (slip === 'cancel') drafts[at] = { ...goal, cancelledMs: goal.atMs + 6000 };
  else
    drafts[at] = { ...goal, corrected: { atMs: goal.atMs + 110_000, before: goalRoles(options, goal.side, random) } };
}

function goalRoles(options: GameOptions, side: TeamSide, random: Random): Role[] {
  const team = side === 'home' ? options.home : options.away;
  const free = [...skaters(team)];
  const take = (): Person => free.splice(random.integer(0, free.length - 1), 1)[0]!;
  const assists = random.integer(0, 2);
  const names = ['SCR', 'ASSIST1', 'ASSIST2'].slice(0, 1 + assists);
  return [...names.map((role) => ({ person: take(), side, role })), keeperOf(options, other[side])];
}

function shotRoles(options: GameOptions, side: TeamSide, random: Random): Role[] {
  const team = side === 'home' ? options.home : options.away;
  return [{ person: random.pick(skaters(team)), side, role: 'SHOT' }, keeperOf(options, other[side])];
}

function keeperOf({ home, away }: GameOptions, side: TeamSide): Role {
  const { members } = side === 'home' ? home : away;
  return { person: members.find(({ position }) => position === 'GK') ?? members[0]!, side, role: 'GK' };
}

const skaters = ({ members }: Entrant): Person[] => members.filter(({ position }) => position !== 'GK');
