import { odfElement, type OdfElement } from '@altis/odf';
import { scoreOf, type Game, type GameEvent, type TeamSide } from './play-game.ts';

const other = { home: 'away', away: 'home' } as const;

/** DT_STATS: shots on goal, saves, penalty minutes and power-play goals of both teams, by what is known. */
export function statsContent(game: Game, known: readonly GameEvent[]): OdfElement[] {
  return [
    odfElement(
      'Stats',
      { Code: 'TOT' },
      (['home', 'away'] as const).map((side) => {
        const { code, organisation } = game[side];
        const items = Object.entries(figuresOf(known, side)).map(([figure, value]) =>
          odfElement('StatsItem', { Type: 'ST', Code: figure, Value: value }),
        );
        return odfElement('Competitor', { Code: code, Type: 'T', Organisation: organisation }, [
          odfElement('StatsItems', {}, items),
        ]);
      }),
    ),
  ];
}

function figuresOf(known: readonly GameEvent[], side: TeamSide): Record<string, number> {
  const played = known.filter(({ period }) => period !== 'PSS');
  const count = (code: string, of: TeamSide, situation = ''): number =>
    played.filter((event) => event.code === code && event.side === of && (event.result ?? '').startsWith(situation))
      .length;
  const goals = scoreOf(played);
  return {
    SOG: count('SHOT', side) + goals[side],
    SAVES: count('SHOT', other[side]),
    PIM: 2 * count('P', side),
    PPG: count('GOAL', side, 'PP'),
  };
}
