import { problem } from '@altis/kernel';
import {
  findPastOrganisation,
  findPastSport,
  listGamesOfOrganisation,
  listGamesOfSport,
  listPastGames,
  listPastLines,
  listSportsOfOrganisation,
} from '../../store/past-games.ts';
import type { Implementer } from '../contract-implementer.ts';
import type { ResultsRoom } from '../intake/intake.ts';

/** Past Games, organisations and sports through time. */
export function historyRoutes(os: Implementer, { db }: ResultsRoom) {
  return {
    history: {
      games: os.history.games.handler(async ({ input }) => ({ items: await listPastGames(db, input) })),
      readGames: os.history.readGames.handler(async ({ input: { code } }) => {
        const [games] = await listPastGames(db, { code });
        if (games === undefined) throw problem('NOT_FOUND', `There are no past Games ${code}.`);
        return { games, lines: await listPastLines(db, { games: code }) };
      }),
      table: os.history.table.handler(async ({ input }) => ({
        lines: await listPastLines(db, { ...input, isAdded: input.successors === 'added' }),
      })),
      organisation: os.history.organisation.handler(async ({ input: { code, edition } }) => {
        const found = await findPastOrganisation(db, code);
        if (found === undefined) throw problem('NOT_FOUND', `The history knows no organisation ${code}.`);
        const games = await listGamesOfOrganisation(db, code, edition);
        return { code, ...found, games, sports: await listSportsOfOrganisation(db, code, edition) };
      }),
      sport: os.history.sport.handler(async ({ input: { code, edition } }) => {
        const found = await findPastSport(db, code);
        if (found === undefined) throw problem('NOT_FOUND', `The history knows no sport ${code}.`);
        const games = await listGamesOfSport(db, code, edition);
        return { code, ...found, games, lines: await listPastLines(db, { edition, sport: code }) };
      }),
    },
  };
}
