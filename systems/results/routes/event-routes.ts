import { problem } from '@altis/kernel';
import type { Implementer } from './contract-implementer.ts';
import type { ResultsRoom } from './intake/intake.ts';

/** Events, medals and records. */
export function eventRoutes(os: Implementer, _room: ResultsRoom) {
  return {
    events: {
      list: os.events.list.handler(async () => ({ items: [] })),
      read: os.events.read.handler(({ input }) => {
        throw problem('NOT_FOUND', `There is no event ${input.rsc}.`);
      }),
    },
    medals: {
      table: os.medals.table.handler(async () => ({ lines: [], events: 0, finished: 0, differences: [] })),
      list: os.medals.list.handler(async () => ({ items: [] })),
    },
    records: { list: os.records.list.handler(async () => ({ items: [] })) },
  };
}
