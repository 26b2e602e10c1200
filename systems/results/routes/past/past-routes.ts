import { problem } from '@altis/kernel';
import { findGamesImport } from '../../store/games-imports.ts';
import type { Implementer } from '../contract-implementer.ts';
import type { ResultsRoom } from '../intake/intake.ts';

/** Archives of a whole Games on their way in. */
export function pastRoutes(os: Implementer, room: ResultsRoom) {
  return {
    gamesImports: {
      find: os.gamesImports.find.handler(async ({ input }) => {
        const found = await findGamesImport(room.db, input.id);
        if (found === undefined) throw problem('NOT_FOUND', 'There is no such import.');
        return found;
      }),
    },
  };
}
