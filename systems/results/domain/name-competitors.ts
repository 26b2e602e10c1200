import type { PersonName } from '../contract/index.ts';
import type { Register } from './register.ts';

type Athlete = { readonly code: string; readonly name: PersonName };
type Competitor<Person> = {
  readonly code: string;
  readonly kind: 'athlete' | 'team';
  readonly name: string;
  readonly athletes: readonly Person[];
};

/** Competitors with the names of the register, where it knows them; else with those that the message had. */
export function nameCompetitors<Person extends Athlete, Named extends Competitor<Person>>(
  competitors: readonly Named[],
  register: Register,
): (Named & { athletes: Person[] })[] {
  return competitors.map((competitor) => ({
    ...competitor,
    name: nameOf(competitor, register) ?? competitor.name,
    athletes: competitor.athletes.map((athlete) => ({
      ...athlete,
      name: register.participants.get(athlete.code)?.name ?? athlete.name,
    })),
  }));
}

/** A competitor, and who it is made of, with the names for the screen. */
export function nameCompetitor<Named extends Competitor<{ readonly code: string; readonly name: string }>>(
  competitor: Named,
  register: Register,
): Named {
  return {
    ...competitor,
    name: nameOf(competitor, register) ?? competitor.name,
    athletes: competitor.athletes.map((athlete) => ({
      ...athlete,
      name: register.participants.get(athlete.code)?.name.tv ?? athlete.name,
    })),
  };
}

/** The name that the register has for a competitor, if it knows it. */
export function nameOf(
  { kind, code }: Pick<Competitor<unknown>, 'kind' | 'code'>,
  register: Register,
): string | undefined {
  return kind === 'team' ? register.teams.get(code)?.name : register.participants.get(code)?.name.tv;
}
