import type { PersonName } from '../contract/index.ts';
import type { Register } from './register.ts';

type Athlete = { readonly code: string; readonly name: PersonName };
type Competitor<Person extends Athlete> = {
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

function nameOf({ kind, code }: Competitor<Athlete>, register: Register): string | undefined {
  return kind === 'team' ? register.teams.get(code)?.name : register.participants.get(code)?.name.tv;
}
