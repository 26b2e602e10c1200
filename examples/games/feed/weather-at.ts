import { chanceOf } from '../chance.ts';
import { zonedDateTime } from '../place/calendar.ts';
import type { Venue } from '../place/venues.ts';

/** The weather at a venue; temperatures in °C, wind in m/s. */
export type WeatherAt = {
  readonly sky: string;
  readonly snow: string;
  readonly airCelsius: number;
  readonly snowCelsius: number;
  readonly humidity: number;
  readonly windSpeed: number;
  readonly windDirection: 'N' | 'NW' | 'SW' | 'W';
};

/** The weather of an hour at a venue: each day has its own, colder in the morning than after noon. */
export function weatherAt(seed: number, venue: Venue, atMs: number): WeatherAt {
  const [day = '', time = ''] = zonedDateTime(atMs, venue.zone).split('T');
  const ofDay = chanceOf(seed, `weather ${venue.code} ${day}`);
  const ofHour = chanceOf(seed, `weather ${venue.code} ${day} ${time.slice(0, 2)}`);
  const coldest = ofDay.integer(-13, -7);
  const sun = Math.max(0, 1 - Math.abs(Number(time.slice(0, 2)) - 14) / 9);
  const airCelsius = coldest + Math.round(sun * 5);
  return {
    sky: ofDay.pick(['CLEAR', 'PARTLY_CLOUDY', 'CLOUDY', 'LIGHT_SNOW']),
    snow: ofDay.pick(['HARD', 'PACKED', 'COMPACT']),
    windDirection: ofDay.pick(['NW', 'W', 'SW', 'N'] as const),
    airCelsius,
    snowCelsius: Math.min(-2, airCelsius - ofHour.integer(0, 2)),
    humidity: ofHour.integer(60, 88),
    windSpeed: ofHour.integer(0, 4),
  };
}
