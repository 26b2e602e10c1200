import { odfElement } from '@altis/odf';
import type { Calendar } from '../place/calendar.ts';
import { clockText } from '../story/figures.ts';
import type { PlayedAction, PlayedUnit, UnitTeller } from '../story/played.ts';
import type { Sheet } from '../story/sheet.ts';
import { tellEnd } from '../story/tell-end.ts';
import { actionsElement, gameSheet, knownAt, scoreAfter } from './game-content.ts';
import type { Game, GameEvent } from './play-game.ts';
import { statsContent } from './stats-content.ts';

const minuteMs = 60_000;

/** Tells a game: the play-by-play of the period after every action and correction, results when something counts. */
export function tellGame(
  teller: UnitTeller,
  game: Game,
  { knownMs, calendar, officials, isBrief }: TellOptions,
): PlayedUnit {
  const { plan } = teller;
  const dateTime = (atMs: number): string => calendar.dateTime(atMs, plan.venue.zone);
  const sheet = (atMs: number): Sheet => gameSheet(game, atMs, officials);
  const { startMs, endMs, events } = game;
  teller.result(knownMs, 'START_LIST', sheet(0), 'office');
  teller.schedule(startMs - 2 * minuteMs, 'RUNNING', { actualStartMs: startMs });
  teller.result(startMs, 'LIVE', sheet(startMs), 'operator');
  for (const { atMs, event, isSecond } of momentsOf(events)) {
    const known = knownAt(events, atMs);
    const isEnd = event.code === 'ENDP';
    const head = { documentType: 'DT_PLAY_BY_PLAY', documentSubtype: 'ACTION', pace: 'operator' } as const;
    teller.document(atMs, { ...head, documentSubcode: event.period, status: 'LIVE' }, () => [
      actionsElement(game, known, dateTime, event.period),
    ]);
    if (isEnd) {
      teller.document(atMs + 1000, { ...head, status: 'INTERMEDIATE' }, () => [actionsElement(game, known, dateTime)]);
      if (!isBrief) tellStatistics(teller, game, atMs + 2000, 'INTERMEDIATE');
    }
    if (event.code !== 'SHOT' && event.code !== 'TOUT' && atMs < endMs && (!isBrief || event.code !== 'P' || isSecond))
      teller.result(atMs + 500, isEnd ? 'INTERMEDIATE' : 'LIVE', sheet(atMs), 'operator');
  }
  if (!isBrief) tellClock(teller, game);
  const final = sheet(endMs);
  const officialMs = tellEnd(teller, final, endMs, 10 * minuteMs);
  const known = knownAt(events, Infinity);
  teller.document(
    officialMs + 1000,
    { documentType: 'DT_PLAY_BY_PLAY', documentSubtype: 'ACTION', status: 'OFFICIAL' },
    () => [actionsElement(game, known, dateTime)],
  );
  if (!isBrief) tellStatistics(teller, game, officialMs + 1500, 'OFFICIAL');
  const actions = known.map((event) => actionOf(known, event));
  return {
    plan,
    startMs: plan.startMs,
    actualStartMs: startMs,
    actualEndMs: endMs,
    officialMs,
    day: plan.day,
    sheet: final,
    actions,
  };
}

type TellOptions = {
  /** When it was known who plays. */
  readonly knownMs: number;
  readonly calendar: Calendar;
  readonly officials: NonNullable<Sheet['officials']>;
  readonly isBrief: boolean;
};

/** Every event, and again where it is corrected or taken back. */
function momentsOf(events: readonly GameEvent[]): { atMs: number; event: GameEvent; isSecond: boolean }[] {
  return events
    .flatMap((event) => [
      { atMs: event.atMs, event, isSecond: false },
      ...(event.corrected === undefined ? [] : [{ atMs: event.corrected.atMs, event, isSecond: true }]),
      ...(event.cancelledMs === undefined ? [] : [{ atMs: event.cancelledMs, event, isSecond: true }]),
    ])
    .toSorted((a, b) => a.atMs - b.atMs);
}

function tellStatistics(teller: UnitTeller, game: Game, atMs: number, status: 'INTERMEDIATE' | 'OFFICIAL'): void {
  const known = knownAt(game.events, atMs);
  teller.document(atMs, { documentType: 'DT_STATS', status, pace: 'operator' }, () => statsContent(game, known));
}

/** DT_CURRENT for scoreboards: clock and score every two minutes of play. */
function tellClock(teller: UnitTeller, game: Game): void {
  const everyMs = 2 * minuteMs;
  for (let atMs = game.startMs + everyMs; atMs < game.endMs; atMs += everyMs) {
    const last = knownAt(game.events, atMs).at(-1);
    if (last?.code === 'ENDP') continue;
    const clock = Math.min(1200, (last?.clock ?? 0) + Math.round((atMs - (last?.atMs ?? game.startMs)) / 1720));
    const { lines } = gameSheet(game, atMs, []);
    teller.document(atMs, { documentType: 'DT_CURRENT', status: 'LIVE', pace: 'clock' }, () => [
      odfElement('Clock', { Running: 'Y', Time: clockText(clock), Period: last?.period ?? 'P1' }),
      ...lines.map(({ entrant, result }, index) =>
        odfElement('Result', { Result: result, ResultType: 'POINTS', SortOrder: index + 1 }, [
          odfElement('Competitor', { Code: entrant.code, Type: 'T', Organisation: entrant.organisation }),
        ]),
      ),
    ]);
  }
}

function actionOf(known: readonly GameEvent[], event: GameEvent): PlayedAction {
  const { id, code, period, order, clock, atMs, result, roles } = event;
  const score = scoreAfter(known, event);
  return {
    id,
    code,
    period,
    order,
    clock: clockText(clock),
    atMs,
    ...(result !== undefined && { result }),
    ...(score !== undefined && { score }),
    athletes: roles.map(({ person, role }) => ({ code: person.code, role })),
  };
}
