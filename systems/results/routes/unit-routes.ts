import { resultsSettings } from '../settings.ts';
import { listDays, listUnits, listUnitsOfDay } from '../store/units.ts';
import type { Implementer } from './contract-implementer.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { readUnit } from './read-unit.ts';

/** The schedule and its units. */
export function unitRoutes(os: Implementer, room: ResultsRoom) {
  return {
    schedule: {
      days: os.schedule.days.handler(async () => ({
        zone: room.config.section(resultsSettings).timeZone,
        days: await listDays(room.db),
      })),
      day: os.schedule.day.handler(async ({ input }) => ({
        day: input.day,
        items: await listUnitsOfDay(room.db, input),
      })),
    },
    units: {
      list: os.units.list.handler(async ({ input }) => ({ items: await listUnits(room.db, input) })),
      read: os.units.read.handler(({ input }) => readUnit(room, input.rsc)),
    },
  };
}
