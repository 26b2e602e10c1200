import type { Entrant } from '../cast/person.ts';
import { resultContent } from '../feed/result-content.ts';
import { standingContent } from '../feed/standing-content.ts';
import type { Calendar } from '../place/calendar.ts';
import { tellUnit, unitChance, type Played, type PlayedUnit, type Stage, type UnitTeller } from '../story/played.ts';
import type { Line } from '../story/sheet.ts';
import { rscIn, type Side, type UnitPlan } from '../story/unit-plan.ts';
import { bracketContent } from './bracket-content.ts';
import { groupStanding } from './group-standing.ts';
import { playGame, type Game, type GameOptions } from './play-game.ts';
import { tellGame } from './tell-game.ts';

const minuteMs = 60_000;
const phaseOf = ({ rsc }: UnitPlan): string => rsc.slice(22, 26);

/** A tournament: two groups, semifinals crosswise, the game for bronze and the game for gold. */
export function playTournament(stage: Stage, calendar: Calendar): Played {
  const groups = groupsOf(stage.entrants);
  const officials = stage.officials.map((person) => ({ person, function: person.function }));
  const done: { game: Game; unit: PlayedUnit }[] = [];
  const tellers: UnitTeller[] = [];
  const bracket = (teller: UnitTeller, atMs: number): void => {
    const known = done.map(({ game, unit }) => ({ game, unit }));
    teller.document(atMs, { documentType: 'DT_BRACKETS', documentCode: stage.event.rsc, pace: 'clock' }, () =>
      bracketContent(stage.units, known, calendar),
    );
  };
  const place = (side: Side): { entrant: Entrant; knownMs: number } => whoPlays(stage, groups, done, side);
  for (const [index, plan] of stage.units.entries()) {
    const teller = tellUnit(plan, resultContent);
    tellers.push(teller);
    if (index === 0) bracket(teller, plan.startMs - 15 * 60 * minuteMs + 9000);
    const sides = sidesOf(stage, plan);
    const [home, away] = sides.map(place);
    const isKnockout = !phaseOf(plan).startsWith('GP');
    const knownMs = Math.max(plan.startMs - 15 * 60 * minuteMs, home!.knownMs, away!.knownMs);
    if (isKnockout) teller.schedule(knownMs + 2000, 'SCHEDULED', { sides: [home!.entrant, away!.entrant] });
    const options: GameOptions = {
      home: home!.entrant,
      away: away!.entrant,
      startMs: plan.startMs + 90_000,
      hasShots: !stage.isBrief,
      overtime: isKnockout ? 600 : 300,
      slip: (['credit', 'cancel'] as const)[index],
    };
    const game = playGame(options, unitChance(stage, plan));
    const unit = tellGame(teller, game, { knownMs: knownMs + 4000, calendar, officials, isBrief: stage.isBrief });
    done.push({ game, unit });
    if (isKnockout) bracket(teller, unit.officialMs + 3000);
    else tellStanding(stage, teller, groups, done, unit);
  }
  return {
    reports: tellers.flatMap(({ reports }) => reports),
    changes: tellers.flatMap(({ changes }) => changes),
    units: done.map(({ unit }) => unit),
    ranking: rankingOf(groups, done),
  };
}

/** Who plays, as the schedule says it before the Games: teams of a group, or the units that decide. */
export function sidesOf({ event, entrants }: Pick<Stage, 'event' | 'entrants'>, plan: UnitPlan): readonly Side[] {
  const phase = phaseOf(plan);
  const number = Number(plan.rsc.slice(26, 30));
  const phaseRsc = (code: string): string => rscIn(event.rsc, code);
  if (phase.startsWith('GP')) {
    const group = groupsOf(entrants)[phase] ?? [];
    const pairs = group.flatMap((home, index) => group.slice(index + 1).map((away) => [home, away]));
    return pairs[number - 1] ?? [];
  }
  if (phase === 'SFNL') {
    const [own, opposite] = number === 1 ? ['GPA-', 'GPB-'] : ['GPB-', 'GPA-'];
    return [
      { from: phaseRsc(own), value: '1' },
      { from: phaseRsc(opposite), value: '2' },
    ];
  }
  const outcome = plan.medal === 'gold' ? 'W' : 'L';
  return ['000100', '000200'].map((unit) => ({ from: rscIn(event.rsc, 'SFNL', unit), outcome }));
}

type Groups = Readonly<Record<string, readonly Entrant[]>>;

/** Every other team into each group, by organisation so that the strongest do not all meet. */
function groupsOf(entrants: readonly Entrant[]): Groups {
  const drawn = entrants.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return { 'GPA-': drawn.filter((_, index) => index % 2 === 0), 'GPB-': drawn.filter((_, index) => index % 2 === 1) };
}

type Done = readonly { readonly game: Game; readonly unit: PlayedUnit }[];

function whoPlays(stage: Stage, groups: Groups, done: Done, side: Side): { entrant: Entrant; knownMs: number } {
  if ('code' in side) {
    const entrant = stage.entrants.find(({ code }) => code === side.code);
    return { entrant: entrant!, knownMs: 0 };
  }
  const decided = done.filter(({ unit }) => unit.plan.rsc.startsWith(side.from.replace(/-+$/, '')));
  const knownMs = Math.max(...decided.map(({ unit }) => unit.officialMs)) + 5000;
  if (side.value !== undefined) {
    const lines = groupStanding(
      groups[side.from.slice(22, 26)] ?? [],
      decided.map(({ game }) => game),
    );
    return { entrant: lines[Number(side.value) - 1]!.entrant, knownMs };
  }
  const { game } = decided[0]!;
  const { winner } = game;
  const loser = winner === 'home' ? 'away' : 'home';
  return { entrant: game[side.outcome === 'W' ? winner : loser], knownMs };
}

function tellStanding(
  stage: Stage,
  teller: UnitTeller,
  groups: Groups,
  done: Done,
  { plan, officialMs }: PlayedUnit,
): void {
  const phase = phaseOf(plan);
  const games = done.filter(({ unit }) => phaseOf(unit.plan) === phase).map(({ game }) => game);
  const lines = groupStanding(groups[phase] ?? [], games);
  const isLast = games.length === stage.units.filter((unit) => phaseOf(unit) === phase).length;
  const documentCode = rscIn(stage.event.rsc, phase);
  const status = isLast ? 'OFFICIAL' : 'INTERMEDIATE';
  teller.document(officialMs + 3000, { documentType: 'DT_POOL_STANDING', documentCode, status, pace: 'clock' }, () =>
    standingContent(stage.event, lines),
  );
}

/** Gold game, bronze game, then the others by their place in the group. */
function rankingOf(groups: Groups, done: Done): Line[] {
  const last = (medal: UnitPlan['medal']): Entrant[] => {
    const game = done.find(({ unit }) => unit.plan.medal === medal)?.game;
    if (game === undefined) return [];
    return game.winner === 'home' ? [game.home, game.away] : [game.away, game.home];
  };
  const first = [...last('gold'), ...last('bronze')];
  const games = (phase: string): Game[] =>
    done.filter(({ unit }) => phaseOf(unit.plan) === phase).map(({ game }) => game);
  const others = Object.entries(groups)
    .flatMap(([phase, teams]) => groupStanding(teams, games(phase)))
    .filter(({ entrant }) => !first.includes(entrant))
    .toSorted((a, b) => Number(b.result) - Number(a.result) || (a.entrant.code < b.entrant.code ? -1 : 1));
  return [...first, ...others.map(({ entrant }) => entrant)].map((entrant, index) => ({
    entrant,
    startOrder: index + 1,
    rank: index + 1,
  }));
}
