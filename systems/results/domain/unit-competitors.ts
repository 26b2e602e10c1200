import type { UnitCompetitor } from '../contract/index.ts';
import type { Register, TeamFacts } from './register.ts';
import { nothingYet, type CompetitorFacts } from './unit-results.ts';
import { nameCompetitors } from './name-competitors.ts';

export type CompetitorSources = {
  /** Of the newest DT_RESULT, where there is one with competitors. */
  readonly results: readonly CompetitorFacts[];
  /** Of the schedule's start list. */
  readonly starts: readonly CompetitorFacts[];
  readonly home: string | null;
  readonly away: string | null;
};

/** Who competes in a unit, home first, under the names of the register; line-ups come from the team list where messages have none. */
export function unitCompetitors(
  { results, starts, home, away }: CompetitorSources,
  register: Register,
): UnitCompetitor[] {
  const said = results.length > 0 ? results : starts.length > 0 ? starts : sides(home, away);
  const placed = said.map((competitor) => {
    const team = register.teams.get(competitor.code);
    return {
      ...competitor,
      side: sideOf(competitor.code, home, away) ?? competitor.side,
      organisation: competitor.organisation === '' ? (team?.organisation ?? '') : competitor.organisation,
      athletes: competitor.athletes.length > 0 ? competitor.athletes : lineUp(team, register),
    };
  });
  const sideOrder = ({ side }: UnitCompetitor): number => (side === 'home' ? 0 : side === 'away' ? 1 : 2);
  return nameCompetitors(placed, register).sort((left, right) => sideOrder(left) - sideOrder(right));
}

function sides(home: string | null, away: string | null): CompetitorFacts[] {
  return [home, away].flatMap((code) => {
    if (code === null) return [];
    return [{ ...nothingYet, code, kind: 'team' as const, name: code, organisation: '', side: null, athletes: [] }];
  });
}

function sideOf(code: string, home: string | null, away: string | null): 'home' | 'away' | null {
  if (code === home) return 'home';
  return code === away ? 'away' : null;
}

function lineUp(team: TeamFacts | undefined, { participants }: Register): UnitCompetitor['athletes'] {
  return (team?.members ?? []).flatMap(({ code, bib, role }) => {
    const person = participants.get(code);
    return person === undefined ? [] : [{ code, name: person.name, bib, role, order: null }];
  });
}
