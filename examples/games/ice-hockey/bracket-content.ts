import { odfElement, type OdfElement } from '@altis/odf';
import type { Calendar } from '../place/calendar.ts';
import type { PlayedUnit } from '../story/played.ts';
import type { UnitPlan } from '../story/unit-plan.ts';
import { scoreOf, type Game, type TeamSide } from './play-game.ts';

/** DT_BRACKETS: the semifinals and the game for gold, and the game for bronze, as far as they are decided. */
export function bracketContent(
  plans: readonly UnitPlan[],
  done: readonly { readonly game: Game; readonly unit: PlayedUnit }[],
  calendar: Calendar,
): OdfElement[] {
  const of = (choose: (plan: UnitPlan) => boolean): UnitPlan[] =>
    plans.filter(choose).toSorted((a, b) => (a.rsc < b.rsc ? -1 : 1));
  const semifinals = of(({ rsc }) => rsc.slice(22, 26) === 'SFNL');
  const items = (code: string, units: readonly UnitPlan[]): OdfElement =>
    odfElement(
      'BracketItems',
      { Code: code },
      units.map((plan, index) => itemElement(plan, index + 1, semifinals, done, calendar)),
    );
  return [
    odfElement('Bracket', { Code: 'FNL' }, [
      items('SFNL', semifinals),
      items(
        'FNL-',
        of(({ medal }) => medal === 'gold'),
      ),
    ]),
    odfElement('Bracket', { Code: 'BRN' }, [
      items(
        'FNL-',
        of(({ medal }) => medal === 'bronze'),
      ),
    ]),
  ];
}

function itemElement(
  plan: UnitPlan,
  position: number,
  semifinals: readonly UnitPlan[],
  done: readonly { readonly game: Game; readonly unit: PlayedUnit }[],
  calendar: Calendar,
): OdfElement {
  const game = done.find(({ unit }) => unit.plan === plan)?.game;
  const [date = '', time = ''] = calendar.dateTime(plan.startMs, plan.venue.zone).split('T');
  const score = game && scoreOf(game.events);
  const at = { Order: position, Position: position, Unit: plan.rsc, Date: date, Time: time.slice(0, 5) };
  const places = (['home', 'away'] as const).map((side, index) => {
    if (game !== undefined && score !== undefined) return playedPlace(game, side, index + 1, score[side]);
    const from = semifinals.includes(plan) ? undefined : semifinals[index];
    const previous = from && odfElement('PreviousUnit', { Unit: from.rsc, WLT: plan.medal === 'gold' ? 'W' : 'L' });
    return odfElement('CompetitorPlace', { Pos: index + 1 }, previous === undefined ? [] : [previous]);
  });
  return odfElement('BracketItem', { ...at, Result: score && `${score.home}-${score.away}` }, places);
}

function playedPlace(game: Game, side: TeamSide, position: number, goals: number): OdfElement {
  const { code, organisation } = game[side];
  return odfElement(
    'CompetitorPlace',
    { Pos: position, WLT: game.winner === side ? 'W' : 'L', Result: goals, ResultType: 'POINTS' },
    [odfElement('Competitor', { Code: code, Type: 'T', Organisation: organisation })],
  );
}
