import type { UnitCompetitor, UnitDetail } from '../contract/index.ts';
import type { UnsentMessage } from './compose-race-list.ts';

/** A competitor with the medal that its place gives. */
export type Winner = { readonly medal: 'gold' | 'silver' | 'bronze'; readonly competitor: UnitCompetitor };

const byPlace = ['gold', 'silver', 'bronze'] as const;
const codes = { gold: 'ME_GOLD', silver: 'ME_SILVER', bronze: 'ME_BRONZE' } as const;

/**
 * Who wins the medals of a final. A place is one more than those who are better, also where a list ranks 1, 1, 2: two golds
 * leave no silver, two silvers no bronze, and of a third place that is shared everybody has bronze.
 */
export function winnersOf(competitors: readonly UnitCompetitor[]): Winner[] {
  const ranked = competitors.flatMap((competitor) => {
    const rank = Number(competitor.rank ?? 'none');
    return Number.isInteger(rank) && rank > 0 && competitor.invalidMark === null ? [{ rank, competitor }] : [];
  });
  const sorted = ranked.toSorted((left, right) => left.rank - right.rank);
  const winners: Winner[] = [];
  let better = 0;
  for (const [at, { rank, competitor }] of sorted.entries()) {
    if (rank !== sorted[at - 1]?.rank) better = at;
    const medal = byPlace[better];
    if (medal === undefined) break;
    winners.push({ medal, competitor });
  }
  return winners;
}

/** The DT_MEDALLISTS of an event whose medals were decided in a unit. */
export function composeAward(unit: UnitDetail, winners: readonly Winner[], day: string): UnsentMessage {
  const medals = byPlace.flatMap((medal) => {
    const shared = winners.filter((winner) => winner.medal === medal);
    if (shared.length === 0) return [];
    const competitors = shared.map(({ competitor }, at) => competitorOf(competitor, at + 1));
    return [{ code: codes[medal], date: day, unit: unit.rsc, competitors }];
  });
  return {
    header: {
      competitionCode: unit.competition,
      documentType: 'DT_MEDALLISTS',
      documentCode: unit.event,
      resultStatus: 'OFFICIAL',
      logicalDate: day,
    },
    content: { kind: 'medallists', medals },
  };
}

function competitorOf({ code, kind, name, organisation, bib, athletes }: UnitCompetitor, order: number) {
  return {
    code,
    type: kind === 'team' ? 'T' : 'A',
    order,
    organisation,
    ...(bib !== null && { bib }),
    ...(kind === 'team' && { teamName: name }),
    // Their names are those of the participants' list.
    athletes: athletes.map((athlete, at) => ({ code: athlete.code, order: at + 1 })),
  };
}
