import type { Random } from '../../broadcast/random.ts';
import { chanceOf, normal, shuffled } from '../chance.ts';
import { eventsOf, type EventKey, type GamesSize } from '../programme.ts';
import { drawnPlayers, hockeyTeams } from './hockey-teams.ts';
import { inventPeople, type Inventor } from './invent-people.ts';
import { organisations, type Organisation } from './organisations.ts';
import { alone, teamOf, type Entrant, type Person } from './person.ts';

/** Everybody at the Games. */
export type Cast = {
  /** Entrants of each event, the strongest first. */
  readonly entrants: ReadonlyMap<EventKey, readonly Entrant[]>;
  readonly athletes: readonly Person[];
  /** Officials of a discipline. */
  readonly officials: ReadonlyMap<string, readonly Person[]>;
};

/** Casts the Games: who is entered for what, with which skill. */
export function castGames(seed: number, size: GamesSize): Cast {
  const inventor = inventPeople(chanceOf(seed, 'people'), drawnPlayers());
  const entrants = new Map<EventKey, readonly Entrant[]>();
  for (const { key, entrants: count } of eventsOf(size)) {
    const random = chanceOf(seed, `entries ${key}`);
    const found = enter(key, count, random, inventor);
    entrants.set(
      key,
      found.toSorted((a, b) => b.skill - a.skill),
    );
  }
  const athletes = [...entrants.values()].flat().flatMap(({ members }) => members);
  return { entrants, athletes, officials: officialsOf(size, chanceOf(seed, 'officials'), inventor) };
}

function enter(key: EventKey, count: number, random: Random, inventor: Inventor): Entrant[] {
  const discipline = key.slice(0, 3);
  if (key === 'IHOMTEAM6') return hockeyTeams(count, random, inventor);
  if (key === 'BTHXRELAY4')
    return teamsOf(key, count, random, (organisation) =>
      (['F', 'F', 'M', 'M'] as const).map((gender) => inventor.athlete({ organisation, discipline, gender })),
    );
  if (key === 'FSKXPAIRS')
    return teamsOf(key, count, random, (organisation) =>
      (['F', 'M'] as const).map((gender) => inventor.athlete({ organisation, discipline, gender })),
    );
  const gender = key.slice(3, 4) === 'M' ? 'M' : 'F';
  const people = deal(count, random).map((organisation) => inventor.athlete({ organisation, discipline, gender }));
  return (key === 'ALPWDH' ? withNamesake(people) : people).map(alone);
}

/** Two of the same name, as happens: only their codes and bibs tell them apart. */
function withNamesake(people: readonly Person[]): Person[] {
  const [first] = people;
  if (first === undefined) return [];
  return people.map((person, index) => {
    if (index !== people.length - 1) return person;
    const { code, birthDate, heightCm, discipline, skill } = person;
    return { ...first, code, birthDate, heightCm, discipline, skill };
  });
}

/** Organisations for that many places: the strong ones have up to four, nearly all have one. */
function deal(count: number, random: Random): Organisation[] {
  const order = byStrength(random);
  const shares = [order, order.slice(0, 12), order.slice(0, 6), order.slice(0, 3)];
  const first = Math.ceil(count * 0.66);
  return [...order.slice(0, first), ...shares.slice(1).flat(), ...order.slice(first)].slice(0, count);
}

function byStrength(random: Random): Organisation[] {
  const drawn = organisations.map((organisation) => ({
    organisation,
    value: organisation.strength + normal(random) * 0.6,
  }));
  return drawn.toSorted((a, b) => b.value - a.value).map(({ organisation }) => organisation);
}

function teamsOf(
  key: EventKey,
  count: number,
  random: Random,
  compose: (organisation: Organisation) => readonly Person[],
): Entrant[] {
  return byStrength(random)
    .slice(0, count)
    .map((organisation) => {
      const members = compose(organisation);
      const name =
        key === 'FSKXPAIRS' ? members.map(({ familyName }) => familyName).join(' / ') : organisation.names.ENG;
      return teamOf(key, organisation.code, name, members);
    });
}

/** Functions of the officials of each discipline. */
const functions: Readonly<Record<string, readonly string[]>> = {
  ALP: ['CHF_RACE', 'REF', 'STARTER'],
  BTH: ['COMP_CHF', 'JURY', 'JURY'],
  CCS: ['COMP_CHF', 'JURY', 'JURY'],
  FSK: ['RE', 'TECH_CTRL', 'JUDGE', 'JUDGE', 'JUDGE', 'JUDGE', 'JUDGE', 'JUDGE', 'JUDGE', 'JUDGE', 'JUDGE'],
  IHO: ['RE', 'RE', 'LINESMAN', 'LINESMAN'],
  SJP: ['JUDGE', 'JUDGE', 'JUDGE', 'JUDGE', 'JUDGE', 'TD'],
};

function officialsOf(size: GamesSize, random: Random, inventor: Inventor): Map<string, readonly Person[]> {
  const disciplines = [...new Set(eventsOf(size).map(({ plan }) => plan.discipline))];
  const of = (discipline: string): Person[] => {
    const from = shuffled(random, organisations);
    return (functions[discipline] ?? []).map((role, index) => {
      const organisation = from[index] ?? organisations[0]!;
      const gender = random.next() < 0.5 ? 'F' : 'M';
      return inventor.athlete({ organisation, discipline, gender, function: role });
    });
  };
  return new Map(disciplines.map((discipline) => [discipline, of(discipline)]));
}
