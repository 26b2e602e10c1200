import { localTime, type OdfConditions, type OdfMessage } from '@altis/odf';
import type { Source, Weather } from '../contract/index.ts';
import { toInstant } from './instant.ts';

/** Weather as its message has it, and the venue that it is of, where it says so. */
export type WeatherFacts = Omit<Weather, 'source'> & { readonly venue: string | null; readonly day: string };

/** Reads a DT_WEATHER (measured) or a DT_VEN_COND (measured or foreseen at a venue, by hour). */
export function weatherFacts({ header, content }: OdfMessage, zone: string): WeatherFacts[] {
  if (content.kind === 'venue-conditions') {
    return content.times.flatMap(({ date, time, conditions }) => {
      const at = { at: toInstant(`${date}T${clockOf(time)}`, zone), day: date, venue: content.venue ?? null };
      return conditions.map((each) => ({ ...readConditions(each), place: null, ...at }));
    });
  }
  if (content.kind !== 'weather') return [];
  const written = toInstant(content.date, zone) === null ? localTime(header) : content.date;
  const at = { at: toInstant(written, zone), day: header.logicalDate, venue: content.infos.venue ?? null };
  return content.conditions.map((each) => ({ ...readConditions(each), ...at }));
}

/** What concerns a unit, by place: of what was measured or foreseen for its day, the last. */
export function weatherOfDay(
  weather: readonly { readonly facts: WeatherFacts; readonly source: Source }[],
  { day, venue }: { readonly day: string | null; readonly venue: string | null },
): Weather[] {
  const places = new Map<string, Weather>();
  for (const { facts, source } of weather) {
    const { venue: ofVenue, day: ofDay, ...shown } = facts;
    if (ofDay !== day || (ofVenue !== null && venue !== null && ofVenue !== venue)) continue;
    const key = shown.place ?? '';
    if ((places.get(key)?.at ?? '') <= (shown.at ?? '')) places.set(key, { ...shown, source });
  }
  return [...places.values()];
}

/** Times of day occur as 0900, 090000 and 09:00. */
function clockOf(time = ''): string {
  const [, hour = '00', minute = '00'] = /^(\d\d):?(\d\d)/.exec(time) ?? [];
  return `${hour}:${minute}`;
}

function readConditions(said: OdfConditions): Omit<WeatherFacts, 'at' | 'day' | 'venue'> {
  const [wind] = said.winds;
  const state = (code: string): string | null => said.conditions.find((each) => each.code === code)?.value ?? null;
  return {
    place: said.code || null,
    sky: state('SKY'),
    snow: state('SNOW'),
    temperatures: said.temperatures.flatMap(({ code = '', value, unit = null }) =>
      value === undefined ? [] : [{ code, value, unit }],
    ),
    humidity: said.humidity ?? null,
    windSpeed: wind?.value ?? null,
    windUnit: wind?.unit ?? null,
    windDirection: said.windDirection ?? (said.windDegree === undefined ? null : `${said.windDegree}°`),
  };
}
