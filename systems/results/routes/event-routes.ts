import { listEvents } from '../store/events.ts';
import { listMedals } from '../store/medals.ts';
import type { Implementer } from './contract-implementer.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { nameMedals } from './list-medals.ts';
import { listRecords } from './list-records.ts';
import { readEvent } from './read-event.ts';
import { readMedalTable } from './read-medal-table.ts';

/** Events, medals and records. */
export function eventRoutes(os: Implementer, room: ResultsRoom) {
  const { db } = room;
  return {
    events: {
      list: os.events.list.handler(async ({ input }) => ({ items: await listEvents(db, input) })),
      read: os.events.read.handler(({ input }) => readEvent(room, input.rsc)),
    },
    medals: {
      table: os.medals.table.handler(({ input }) => readMedalTable(room, input)),
      list: os.medals.list.handler(async ({ input }) => ({
        items: await nameMedals(db, await listMedals(db, input)),
      })),
    },
    records: {
      list: os.records.list.handler(async ({ input }) => ({ items: await listRecords(room, input.discipline) })),
    },
  };
}
