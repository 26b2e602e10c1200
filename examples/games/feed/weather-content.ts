import { odfElement, type OdfElement } from '@altis/odf';
import { chanceOf } from '../chance.ts';
import type { UnitPlan } from '../story/unit-plan.ts';

/** DT_WEATHER at the course: sky, snow, temperatures, humidity and wind; windy when the wind keeps everybody waiting. */
export function weatherContent(seed: number, plan: UnitPlan, atMs: number, isStormy = false): OdfElement[] {
  const random = chanceOf(seed, `weather ${plan.rsc} ${atMs}`);
  const air = random.integer(-12, -3);
  const wind = isStormy ? random.integer(17, 24) : random.integer(0, 4);
  const sky = isStormy ? 'VARIABLE' : random.pick(['CLEAR', 'PARTLY_CLOUDY', 'CLOUDY', 'LIGHT_SNOW']);
  const direction = random.pick(['NW', 'W', 'SW', 'N']);
  return [
    odfElement('Weather', { Date: new Date(atMs).toISOString().slice(0, 10) }, [
      odfElement('Conditions', { Code: 'START', Humidity: random.integer(55, 90), Wind_Direction: direction }, [
        odfElement('Condition', { Code: 'SKY', Value: sky }),
        odfElement('Condition', { Code: 'SNOW', Value: random.pick(['HARD', 'PACKED', 'COMPACT']) }),
        odfElement('Temperature', { Code: 'AIR', Unit: 'C', Value: air }),
        odfElement('Temperature', { Code: 'SNOW', Unit: 'C', Value: air - random.integer(0, 3) }),
        odfElement('Wind', { Code: 'SPEED', Unit: 'MS', Value: wind }),
      ]),
    ]),
  ];
}
