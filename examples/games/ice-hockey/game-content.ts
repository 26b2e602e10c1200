import { odfElement, type OdfElement } from '@altis/odf';
import { personDescription } from '../feed/competitor-content.ts';
import { clockText } from '../story/figures.ts';
import type { Line, ScoredPeriod, Sheet } from '../story/sheet.ts';
import { scoreOf, type Game, type GameEvent, type PeriodCode, type Role, type TeamSide } from './play-game.ts';

/** Events as they are known at a moment: with the first credit, with a goal that will be taken back. */
export function knownAt(events: readonly GameEvent[], atMs: number): GameEvent[] {
  return events
    .filter((event) => event.atMs <= atMs && (event.cancelledMs === undefined || event.cancelledMs > atMs))
    .map(({ cancelledMs: _cancelled, corrected, ...event }) =>
      corrected !== undefined && corrected.atMs > atMs ? { ...event, roles: corrected.before } : event,
    );
}

/** `Actions` of a play-by-play, of one period or of all. */
export function actionsElement(
  game: Game,
  known: readonly GameEvent[],
  dateTime: (atMs: number) => string,
  period?: PeriodCode,
): OdfElement {
  const listed = known.filter((event) => period === undefined || event.period === period);
  return odfElement(
    'Actions',
    { Home: game.home.code, Away: game.away.code },
    listed.map((event) => actionElement(game, known, event, dateTime)),
  );
}

/** The score after an event that changes it. */
export function scoreAfter(known: readonly GameEvent[], event: GameEvent): { home: number; away: number } | undefined {
  const isDecided = event.code === 'ENDP' && event.period === 'PSS';
  if (event.code !== 'GOAL' && !isDecided) return undefined;
  return scoreOf(known.filter(({ order }) => order <= event.order));
}

function actionElement(
  game: Game,
  known: readonly GameEvent[],
  event: GameEvent,
  dateTime: (atMs: number) => string,
): OdfElement {
  const { id, order, code, period, clock, result, penalty, side, roles, atMs } = event;
  const score = scoreAfter(known, event);
  const sides =
    side === undefined ? [] : [side, ...new Set(roles.map((role) => role.side).filter((of) => of !== side))];
  return odfElement(
    'Action',
    {
      Id: id,
      Period: period,
      Order: order,
      Action: code,
      ActionAdd: penalty === undefined ? undefined : '2',
      ActionDesc: penalty,
      When: period === 'PSS' ? undefined : clockText(clock),
      Result: result,
      ScoreH: score?.home,
      ScoreA: score?.away,
      TimeStamp: dateTime(atMs),
    },
    sides.map((of, index) =>
      sideElement(
        game,
        of,
        index + 1,
        roles.filter((role) => role.side === of),
      ),
    ),
  );
}

function sideElement(game: Game, side: TeamSide, order: number, roles: readonly Role[]): OdfElement {
  const { code, organisation } = game[side];
  const athletes = roles.map(({ person, role }, index) =>
    odfElement('Athlete', { Code: person.code, Order: index + 1, Bib: person.bib, Role: role }, [
      personDescription(person),
    ]),
  );
  const composition = athletes.length > 0 ? [odfElement('Composition', {}, athletes)] : [];
  return odfElement('Competitor', { Code: code, Type: 'T', Organisation: organisation, Order: order }, composition);
}

/** The sheet of a game at a moment: both teams, the score by period, the clock, and who won where it is over. */
export function gameSheet(game: Game, atMs: number, officials: NonNullable<Sheet['officials']>): Sheet {
  const known = knownAt(game.events, atMs);
  const score = scoreOf(known);
  const hasBegun = atMs >= game.startMs;
  const isOver = atMs >= game.endMs;
  const last = known.at(-1);
  const line = (side: TeamSide, startOrder: number): Line => ({
    entrant: game[side],
    startOrder,
    ...(hasBegun && { result: String(score[side]), resultType: 'POINTS' as const }),
    ...(isOver && { wlt: game.winner === side ? ('W' as const) : ('L' as const) }),
  });
  const period = last === undefined ? 'P1' : last.period;
  return {
    lines: [line('home', 1), line('away', 2)],
    officials,
    infos: hasBegun && !isOver ? [{ type: 'UI', code: 'PERIOD', value: period }] : [],
    ...(hasBegun && { periods: periodsOf(known) }),
    ...(hasBegun &&
      !isOver && { clock: { period, time: clockText(last?.clock ?? 0), isRunning: last?.code !== 'ENDP' } }),
  };
}

function periodsOf(known: readonly GameEvent[]): ScoredPeriod[] {
  const begun = [...new Set<PeriodCode>(['P1', ...known.map(({ period }) => period)])];
  let before = { home: 0, away: 0 };
  return begun.map((code, index) => {
    const until = new Set(begun.slice(0, index + 1));
    const score = scoreOf(known.filter(({ period }) => until.has(period)));
    const inPeriod = { homeInPeriod: score.home - before.home, awayInPeriod: score.away - before.away };
    before = score;
    return { code, ...score, ...inPeriod };
  });
}
