import { implementContract, type SystemRouter } from '@altis/http';
import { results } from '../contract/index.ts';
import { listMessages } from '../store/find-messages.ts';
import { listUnits } from '../store/units.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { readMessageText } from './read-message.ts';
import { readParticipant, readUnit } from './read-unit.ts';

/** The handlers of the contract. */
export function resultsRoutes(room: ResultsRoom): SystemRouter {
  const os = implementContract(results.contract);
  return os.router({
    units: {
      list: os.units.list.handler(async ({ input }) => ({ items: await listUnits(room.db, input) })),
      read: os.units.read.handler(({ input }) => readUnit(room, input.rsc)),
    },
    participants: {
      read: os.participants.read.handler(({ input }) => readParticipant(room, input.code)),
    },
    messages: {
      list: os.messages.list.handler(({ input }) => listMessages(room.db, input)),
      read: os.messages.read.handler(({ input }) => readMessageText(room, input.id)),
    },
  });
}
