import type { Random } from '../../broadcast/random.ts';
import { normal } from '../chance.ts';
import { namesOf, type NamePart } from './names.ts';
import type { Organisation } from './organisations.ts';
import type { Person } from './person.ts';

type Wanted = {
  readonly organisation: Organisation;
  readonly discipline: string;
  readonly gender: 'M' | 'F';
  /** Of an official. */
  readonly function?: string;
  readonly bib?: number;
  readonly position?: Person['position'];
};

/** Invents one person after the other, no two of the same name. */
export interface Inventor {
  athlete(wanted: Wanted): Person;
}

/** Codes begin above those of the drawn ice-hockey period. */
const firstCode = 1_001_001;

/** @param known names that are taken, "Given Family" */
export function inventPeople(random: Random, known: readonly string[]): Inventor {
  const taken = new Set(known);
  let next = firstCode;
  return {
    athlete({ organisation, discipline, gender, function: role = 'AA01', bib, position }) {
      const name = freshName(random, organisation, gender, taken);
      const isAthlete = role === 'AA01';
      const year = isAthlete ? random.integer(1992, 2008) : random.integer(1962, 1992);
      const two = (value: number): string => String(value).padStart(2, '0');
      const person: Person = {
        code: String(next),
        ...name,
        gender,
        organisation: organisation.code,
        birthDate: `${year}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`,
        heightCm: Math.round((gender === 'M' ? 181 : 167) + normal(random) * 6),
        discipline,
        function: role,
        skill: organisation.strength * 0.6 + normal(random) * 0.8,
        ...(bib !== undefined && { bib }),
        ...(position !== undefined && { position }),
      };
      next += 1;
      return person;
    },
  };
}

type Name = Pick<Person, 'givenName' | 'familyName' | 'localGivenName' | 'localFamilyName'>;

function freshName(random: Random, { culture }: Organisation, gender: 'M' | 'F', taken: Set<string>): Name {
  const pool = namesOf[culture];
  const families = gender === 'F' ? (pool.familiesOfWomen ?? pool.families) : pool.families;
  const draw = (): [NamePart, NamePart] => [random.pick(gender === 'M' ? pool.men : pool.women), random.pick(families)];
  let [given, family] = draw();
  for (let tries = 0; taken.has(`${given.latin} ${family.latin}`) && tries < 200; tries += 1) [given, family] = draw();
  taken.add(`${given.latin} ${family.latin}`);
  return {
    givenName: given.latin,
    familyName: family.latin,
    ...(given.local !== undefined && { localGivenName: given.local }),
    ...(family.local !== undefined && { localFamilyName: family.local }),
  };
}
