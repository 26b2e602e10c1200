import { listMessages } from '../store/find-messages.ts';
import type { Implementer } from './contract-implementer.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { readMessageText } from './read-message.ts';

/** The log of messages. */
export function messageRoutes(os: Implementer, room: ResultsRoom) {
  return {
    messages: {
      list: os.messages.list.handler(({ input }) => listMessages(room.db, input)),
      read: os.messages.read.handler(({ input }) => readMessageText(room, input.id)),
    },
  };
}
