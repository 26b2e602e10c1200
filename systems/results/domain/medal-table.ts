import type { OdfMessage } from '@altis/odf';
import type { Medal, MedalLine } from '../contract/index.ts';

/** Medals of an organisation. */
export type MedalCount = {
  readonly organisation: string;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
};

/**
 * The table of organisations with a medal, by gold, then silver, then bronze; the same counts share a rank, and the next
 * rank is left out. `rankByTotal` ranks by the number of medals of any kind in the same way.
 */
export function rankMedals(counts: readonly MedalCount[]): Omit<MedalLine, 'name'>[] {
  const lines = counts
    .map(({ organisation, gold, silver, bronze }) => ({
      organisation,
      gold,
      silver,
      bronze,
      total: gold + silver + bronze,
    }))
    .filter(({ total }) => total > 0)
    .toSorted((left, right) => compareMedals(left, right) || (left.organisation < right.organisation ? -1 : 1));
  return lines.map((line) => {
    const rank = 1 + lines.filter((other) => compareMedals(other, line) < 0).length;
    const isRankShared = lines.filter((other) => compareMedals(other, line) === 0).length > 1;
    return { ...line, rank, isRankShared, rankByTotal: 1 + lines.filter((other) => other.total > line.total).length };
  });
}

/** Counts medals by organisation; each medal counts once, whether an athlete or a team won it. */
export function countMedals(medals: readonly Pick<Medal, 'organisation' | 'medal'>[]): MedalCount[] {
  const counts = new Map<string, { gold: number; silver: number; bronze: number }>();
  for (const { organisation, medal } of medals) {
    const count = counts.get(organisation) ?? { gold: 0, silver: 0, bronze: 0 };
    count[medal] += 1;
    counts.set(organisation, count);
  }
  return [...counts].map(([organisation, count]) => ({ organisation, ...count }));
}

/** Reads the feed's own table, DT_MEDALS; MedalNumber of type TOT, or all others added up. */
export function statedMedalTable({ content }: OdfMessage): MedalCount[] {
  const lines = content.kind === 'medals' ? content.lines : [];
  return lines.map(({ organisation, counts }) => {
    const total = counts.filter(({ type }) => type === 'TOT');
    const counted = total.length > 0 ? total : counts;
    const sum = (medal: Medal['medal']): number => counted.reduce((all, count) => all + (count[medal] ?? 0), 0);
    return { organisation, gold: sum('gold'), silver: sum('silver'), bronze: sum('bronze') };
  });
}

/** Organisations of which two tables do not say the same; one that is left out has no medal. */
export function differingOrganisations(counted: readonly MedalCount[], stated: readonly MedalCount[]): string[] {
  const organisations = [...new Set([...counted, ...stated].map(({ organisation }) => organisation))].sort();
  const none = { gold: 0, silver: 0, bronze: 0 };
  return organisations.filter((organisation) => {
    const [left, right] = [counted, stated].map((table) => table.find((line) => line.organisation === organisation));
    return compareMedals(left ?? none, right ?? none) !== 0;
  });
}

function compareMedals(left: Omit<MedalCount, 'organisation'>, right: Omit<MedalCount, 'organisation'>): number {
  return right.gold - left.gold || right.silver - left.silver || right.bronze - left.bronze;
}
