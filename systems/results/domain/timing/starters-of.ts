import type { UnitCompetitor } from '../../contract/index.ts';
import type { RaceEntrant, RacePerson } from '../race-list.ts';

/** The competitors of a unit, people or teams, as the starters of a race that is yet to come. */
export function startersOf(competitors: readonly UnitCompetitor[]): RaceEntrant[] {
  const order = ({ startOrder }: UnitCompetitor): number => (startOrder === null ? Infinity : Number(startOrder));
  const sorted = competitors.toSorted((left, right) => order(left) - order(right) || 0);
  return sorted.map(({ code, name, bib, kind, organisation, athletes }, at): RaceEntrant => {
    const [athlete] = kind === 'team' ? [] : athletes;
    return {
      ...unknown,
      code,
      bib: bib ?? athlete?.bib ?? null,
      startOrder: at + 1,
      family: athlete?.name.family ?? name,
      given: athlete?.name.given ?? null,
      organisation,
      result: null,
      diff: null,
      rank: null,
      isRankShared: false,
      mark: null,
      ...(kind === 'team' && {
        members: athletes.map((each, place) => ({
          ...unknown,
          code: each.code,
          bib: each.bib,
          family: each.name.family ?? each.name.tv,
          given: each.name.given,
          organisation,
          order: Number(each.order ?? place + 1),
          result: null,
        })),
      }),
    };
  });
}

const unknown = { nation: null, gender: 'X', birthDate: null } as const satisfies Partial<RacePerson>;
