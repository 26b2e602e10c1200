import type { MedalWon } from './story/played.ts';

/** A line of the medal table. */
export type MedalCount = {
  readonly organisation: string;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
  readonly total: number;
  /** By gold, silver, bronze; the same counts share it. */
  readonly rank: number;
  readonly rankByTotal: number;
};

/** The medal table; a medal of a team counts once. */
export function medalTable(medals: readonly MedalWon[]): MedalCount[] {
  const codes = [...new Set(medals.map(({ entrant }) => entrant.organisation))].toSorted();
  const counts = codes.map((organisation) => {
    const own = medals.filter(({ entrant }) => entrant.organisation === organisation);
    const count = (medal: MedalWon['medal']): number => own.filter((won) => won.medal === medal).length;
    return { organisation, gold: count('gold'), silver: count('silver'), bronze: count('bronze'), total: own.length };
  });
  const weight = ({ gold, silver, bronze }: (typeof counts)[number]): number => gold * 10_000 + silver * 100 + bronze;
  return counts
    .toSorted((a, b) => weight(b) - weight(a))
    .map((line) => ({
      ...line,
      rank: 1 + counts.filter((other) => weight(other) > weight(line)).length,
      rankByTotal: 1 + counts.filter((other) => other.total > line.total).length,
    }));
}
