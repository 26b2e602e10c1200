import type { Entrant } from '../cast/person.ts';
import type { Line } from '../story/sheet.ts';
import { scoreOf, type Game, type TeamSide } from './play-game.ts';

/**
 * Standing of a group: three points for a win, two for one in overtime or by penalty shots, one for losing so; then goal
 * difference, goals, and the draw.
 */
export function groupStanding(teams: readonly Entrant[], games: readonly Game[]): Line[] {
  const rows = teams.map((entrant) => {
    const own = games.flatMap((game) => {
      const side: TeamSide | undefined = game.home === entrant ? 'home' : game.away === entrant ? 'away' : undefined;
      return side === undefined ? [] : [{ game, side, score: scoreOf(game.events) }];
    });
    const won = own.filter(({ game, side }) => game.winner === side);
    const points = own.reduce((sum, { game, side }) => sum + pointsOf(game, side), 0);
    const goalsFor = own.reduce((sum, { side, score }) => sum + score[side], 0);
    const goalsAgainst = own.reduce((sum, { side, score }) => sum + score[side === 'home' ? 'away' : 'home'], 0);
    const record = {
      played: own.length,
      won: won.length,
      lost: own.length - won.length,
      tied: 0,
      goalsFor,
      goalsAgainst,
    };
    return { entrant, points, record };
  });
  const sorted = rows.toSorted(
    (a, b) =>
      b.points - a.points ||
      b.record.goalsFor - b.record.goalsAgainst - (a.record.goalsFor - a.record.goalsAgainst) ||
      b.record.goalsFor - a.record.goalsFor,
  );
  return sorted.map(({ entrant, points, record }, index) => ({
    entrant,
    startOrder: index + 1,
    rank: index + 1,
    result: String(points),
    resultType: 'POINTS',
    diff: String(record.goalsFor - record.goalsAgainst),
    games: record,
  }));
}

function pointsOf({ winner, isDecidedLate }: Game, side: TeamSide): number {
  if (winner === side) return isDecidedLate ? 2 : 3;
  return isDecidedLate ? 1 : 0;
}
