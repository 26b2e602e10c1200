import { problem } from '@altis/kernel';
import type { Implementer } from './contract-implementer.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { readParticipant } from './read-unit.ts';

/** People, teams, organisations, disciplines and venues. */
export function registerRoutes(os: Implementer, room: ResultsRoom) {
  const unknown = (what: string) => problem('NOT_FOUND', `There is no ${what}.`);
  return {
    participants: {
      list: os.participants.list.handler(async () => ({ items: [], next: null, total: 0 })),
      read: os.participants.read.handler(({ input }) => readParticipant(room, input.code)),
    },
    teams: {
      read: os.teams.read.handler(({ input }) => {
        throw unknown(`team ${input.code}`);
      }),
    },
    organisations: {
      list: os.organisations.list.handler(async () => ({ items: [] })),
      read: os.organisations.read.handler(({ input }) => {
        throw unknown(`organisation ${input.code}`);
      }),
    },
    disciplines: {
      list: os.disciplines.list.handler(async () => ({ items: [] })),
      read: os.disciplines.read.handler(({ input }) => {
        throw unknown(`discipline ${input.code}`);
      }),
    },
    venues: { list: os.venues.list.handler(async () => ({ items: [] })) },
    search: os.search.handler(async () => ({ items: [] })),
  };
}
