import type { UnitCompetitor } from '../contract/index.ts';
import type { CompetitorFacts } from './competitor-facts.ts';
import { nameCompetitors } from './name-competitors.ts';
import type { Register, TeamFacts } from './register.ts';

/** Who competes in a unit, home first, under the names of the register; line-ups come from the team list where messages have none. */
export function unitCompetitors(stated: readonly CompetitorFacts[], register: Register): UnitCompetitor[] {
  const known = stated.map((competitor) => {
    const team = register.teams.get(competitor.code);
    const person = register.participants.get(competitor.code);
    return {
      ...competitor,
      organisation: competitor.organisation === '' ? ((team ?? person)?.organisation ?? '') : competitor.organisation,
      athletes: competitor.athletes.length > 0 ? competitor.athletes : lineUp(team, register),
    };
  });
  const sideOrder = ({ side }: UnitCompetitor): number => (side === 'home' ? 0 : side === 'away' ? 1 : 2);
  return nameCompetitors(known, register).sort((left, right) => sideOrder(left) - sideOrder(right));
}

function lineUp(team: Pick<TeamFacts, 'members'> | undefined, { participants }: Register): UnitCompetitor['athletes'] {
  return (team?.members ?? []).flatMap(({ code, bib, role }) => {
    const person = participants.get(code);
    return person === undefined ? [] : [{ code, name: person.name, bib, role, order: null, details: [] }];
  });
}
