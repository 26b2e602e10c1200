import type { UnitCompetitor } from '../../contract/index.ts';
import type { RaceEntrant } from '../race-list.ts';

/** The competitors of a unit as the starters of a race that is yet to come. */
export function startersOf(competitors: readonly UnitCompetitor[]): RaceEntrant[] {
  const order = ({ startOrder }: UnitCompetitor): number => (startOrder === null ? Infinity : Number(startOrder));
  const sorted = competitors.toSorted((left, right) => order(left) - order(right) || 0);
  return sorted.map(({ code, name, bib, organisation, athletes: [athlete] }, at): RaceEntrant => {
    return {
      code,
      bib: bib ?? athlete?.bib ?? null,
      startOrder: at + 1,
      family: athlete?.name.family ?? name,
      given: athlete?.name.given ?? null,
      organisation,
      nation: null,
      gender: 'X',
      birthDate: null,
      result: null,
      diff: null,
      rank: null,
      isRankShared: false,
      mark: null,
    };
  });
}
