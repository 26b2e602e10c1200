import { athletesOf, teams, type Athlete, type Team } from '../../ice-hockey/teams.ts';
import type { Random } from '../../broadcast/random.ts';
import { normal } from '../chance.ts';
import type { Inventor } from './invent-people.ts';
import { organisationOf } from './organisations.ts';
import { teamOf, type Entrant, type Person } from './person.ts';

/** The teams of the tournament; the first two are those of the drawn period, with its players. */
const tournament = ['NRV', 'ZAH', 'BRG', 'VLK', 'DVN', 'TUU'];
const squad: readonly NonNullable<Person['position']>[] = [
  ...Array.from({ length: 2 }, () => 'GK' as const),
  ...Array.from({ length: 6 }, () => 'D' as const),
  ...Array.from({ length: 9 }, () => 'F' as const),
];

/** That many ice-hockey teams of seventeen players: two goalkeepers, six defenders, nine forwards. */
export function hockeyTeams(count: number, random: Random, inventor: Inventor): Entrant[] {
  const { home, away } = teams();
  return tournament.slice(0, count).map((code) => {
    const drawn = [home, away].find(({ organisation }) => organisation === code);
    const organisation = organisationOf(code);
    const known = drawn === undefined ? [] : athletesOf(drawn).map((athlete) => playerOf(drawn, athlete, random));
    const bibs = new Set(known.map(({ bib }) => bib));
    const places = [...squad];
    for (const { position } of known) places.splice(places.indexOf(position ?? 'F'), 1);
    const more = places.map((position) => {
      let bib = random.integer(2, 98);
      while (bibs.has(bib)) bib = random.integer(2, 98);
      bibs.add(bib);
      return inventor.athlete({ organisation, discipline: 'IHO', gender: 'M', bib, position });
    });
    return teamOf('IHOMTEAM6', code, organisation.names.ENG, [...known, ...more]);
  });
}

/** Names of the players of the drawn period. */
export function drawnPlayers(): string[] {
  const { home, away } = teams();
  return [home, away].flatMap(athletesOf).map(({ givenName, familyName }) => `${givenName} ${familyName}`);
}

function playerOf({ organisation }: Team, athlete: Athlete, random: Random): Person {
  return {
    ...athlete,
    gender: 'M',
    organisation,
    heightCm: Math.round(183 + normal(random) * 6),
    discipline: 'IHO',
    function: 'AA01',
    skill: organisationOf(organisation).strength * 0.6 + normal(random) * 0.8,
  };
}
