import type { UnsentMessage } from '../compose-race-list.ts';
import { languageCode } from '../language-tag.ts';
import { unitMedalCodes, type ScheduledUnit } from '../scheduled-unit.ts';

/** A DT_SCHEDULE_UPDATE that says of a unit what is known of it, and how far it has come. */
export function composeSchedule(
  unit: ScheduledUnit,
  status: 'RUNNING' | 'FINISHED',
  { competition, day, startedAt }: { competition: string; day: string; startedAt: string | null },
): UnsentMessage {
  const { code, name, phaseType, number, order, startsAtLocal, startsAt, venue, venueName, location, locationName } =
    unit;
  const planned = startsAtLocal ?? startsAt;
  return {
    header: {
      competitionCode: competition,
      documentType: 'DT_SCHEDULE_UPDATE',
      documentCode: `${code.slice(0, 3)}${'-'.repeat(31)}`,
      logicalDate: day,
    },
    content: {
      kind: 'schedule',
      units: [
        {
          code,
          phaseType: phaseType ?? '3',
          status,
          medal: unitMedalCodes[unit.medal],
          names: Object.fromEntries(Object.entries(name).map(([tag, text]) => [languageCode(tag), text])),
          ...(number !== null && { unitNumber: number }),
          ...(order !== null && { order }),
          ...(planned !== null && { startDate: planned }),
          ...(startedAt !== null && { actualStartDate: startedAt }),
          ...(unit.session !== null && { sessionCode: unit.session }),
          ...(venue !== null && { venue }),
          ...(location !== null && { location }),
          ...(venueName !== null && { venueName }),
          ...(locationName !== null && { locationName }),
        },
      ],
    },
  };
}
