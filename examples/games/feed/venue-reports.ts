import { odfElement } from '@altis/odf';
import { zonedDateTime } from '../place/calendar.ts';
import { venues } from '../place/venues.ts';
import type { Report } from '../story/report.ts';
import type { Simulation } from '../story/simulate.ts';
import { fromOffice, gamesCode } from './office.ts';
import { weatherAt } from './weather-at.ts';
import { conditionsElement } from './weather-content.ts';

const outdoors = [venues.alpine, venues.nordic];
const hours = { whole: ['09:00', '12:00', '15:00', '18:00'], small: ['12:00'] };

/** DT_VEN_COND of the venues out of doors, early each day: the conditions of all days of the Games, by hours. */
export function venueReports({ seed, size, calendar, plans }: Simulation): Report[] {
  const days = [...new Set(plans.map(({ day }) => day))].toSorted((a, b) => a - b);
  return days.flatMap((today) =>
    outdoors.map((venue) => {
      const head = { documentType: 'DT_VEN_COND', documentCode: gamesCode, documentSubcode: venue.code };
      return fromOffice(calendar.at(today, '06:00', venue.zone), today, head, () => {
        const times = days.flatMap((day) =>
          hours[size].map((hour) => {
            const atMs = calendar.at(day, hour, venue.zone);
            const [date, time = ''] = zonedDateTime(atMs, venue.zone).split('T');
            return odfElement('DateTime', { Code: 'HOUR', Date: date, Time: time.slice(0, 5).replace(':', '') }, [
              conditionsElement(venue.code, weatherAt(seed, venue, atMs), true),
            ]);
          }),
        );
        return [odfElement('Venue', { Code: venue.code }, times)];
      });
    }),
  );
}
