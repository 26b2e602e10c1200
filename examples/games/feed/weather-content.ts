import { odfElement, type OdfElement } from '@altis/odf';
import { zonedDateTime } from '../place/calendar.ts';
import type { UnitPlan } from '../story/unit-plan.ts';
import { weatherAt, type WeatherAt } from './weather-at.ts';

/** DT_WEATHER at the course, of an instant; windy when the wind keeps everybody waiting. */
export function weatherContent(seed: number, { venue }: UnitPlan, atMs: number, isStormy = false): OdfElement[] {
  const weather = weatherAt(seed, venue, atMs);
  const seen = isStormy ? { ...weather, sky: 'VARIABLE', windSpeed: weather.windSpeed + 17 } : weather;
  const date = zonedDateTime(atMs, venue.zone).slice(0, 10);
  return [odfElement('Weather', { Date: date }, [conditionsElement('START', seen)])];
}

const degrees: Readonly<Record<WeatherAt['windDirection'], number>> = { N: 0, NW: 315, SW: 225, W: 270 };

/** `Conditions` at a place on a course, or with the wind in degrees at a venue. */
export function conditionsElement(code: string, weather: WeatherAt, hasDegrees = false): OdfElement {
  const { sky, snow, airCelsius, snowCelsius, humidity, windSpeed, windDirection } = weather;
  const wind = hasDegrees ? { Wind_Degree: degrees[windDirection] } : { Wind_Direction: windDirection };
  return odfElement('Conditions', { Code: code, Humidity: humidity, ...wind }, [
    odfElement('Condition', { Code: 'SKY', Value: sky }),
    odfElement('Condition', { Code: 'SNOW', Value: snow }),
    odfElement('Temperature', { Code: 'AIR', Unit: 'C', Value: airCelsius }),
    odfElement('Temperature', { Code: 'SNOW', Unit: 'C', Value: snowCelsius }),
    odfElement('Wind', { Code: 'SPEED', Unit: 'MS', Value: windSpeed }),
  ]);
}
