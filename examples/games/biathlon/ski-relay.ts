import type { Random } from '../../broadcast/random.ts';
import { normal } from '../chance.ts';
import type { Entrant, Person } from '../cast/person.ts';

/** One leg of a relay; times in tenths of a second, from the start of the race. */
type Leg = {
  readonly athlete: Person;
  /** Targets missed after three spare rounds, and spare rounds used, prone and standing. */
  readonly shootings: readonly { readonly penalties: number; readonly spares: number; readonly outAt: number }[];
  readonly time: number;
  /** At the exchange, or at the finish. */
  readonly endAt: number;
};

/** A team as it raced. */
export type RelayTeam = {
  readonly entrant: Entrant;
  readonly bib: number;
  readonly legs: readonly Leg[];
  /** Sum of the legs, tenths of a second. */
  readonly time: number;
  /** Number of legs that were finished; the team gave up in the next one. */
  readonly finishedLegs: number;
};

/** Women ski six kilometres, men seven and a half. */
const legBase = { F: 11_700, M: 12_400 };
const loopTime = 235;
const spareTime = 78;

/** Lets all teams race; one of the last may give up. */
export function skiRelay(teams: readonly Entrant[], mayGiveUp: boolean, random: Random): RelayTeam[] {
  return teams.map((entrant, index): RelayTeam => {
    let clock = 0;
    const legs = entrant.members.map((athlete): Leg => {
      const form = athlete.skill + normal(random) * 0.4;
      const skiing = Math.round(legBase[athlete.gender] * (1 - form * 0.012 + normal(random) * 0.003));
      const shot = [shoot(athlete, 0.86, random), shoot(athlete, 0.8, random)];
      const lost = shot.map(({ penalties, spares }) => penalties * loopTime + spares * spareTime);
      const time = skiing + lost.reduce((sum, each) => sum + each, 0);
      const shootings = shot.map((result, place) => ({
        ...result,
        outAt:
          clock +
          Math.round(skiing * (place === 0 ? 0.38 : 0.72)) +
          lost.slice(0, place + 1).reduce((sum, each) => sum + each, 0),
      }));
      clock += time;
      return { athlete, shootings, time, endAt: clock };
    });
    const isOut = mayGiveUp && index === teams.length - 2;
    return { entrant, bib: index + 1, legs, time: clock, finishedLegs: isOut ? 2 : legs.length };
  });
}

/** Five targets, five rounds and three spare ones; each target left standing costs a penalty loop. */
function shoot({ skill }: Person, sure: number, random: Random): { penalties: number; spares: number } {
  const hitChance = Math.min(0.97, sure + skill * 0.04);
  let standing = 5;
  for (let round = 0; round < 5; round += 1) if (random.next() < hitChance) standing -= 1;
  let spares = 0;
  while (standing > 0 && spares < 3) {
    spares += 1;
    if (random.next() < hitChance) standing -= 1;
  }
  return { penalties: standing, spares };
}
