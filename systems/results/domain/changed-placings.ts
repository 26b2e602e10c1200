import type { CompetitorFacts } from './competitor-facts.ts';

type Placing = Pick<CompetitorFacts, 'rank' | 'result' | 'invalidMark'>;

/** The competitors whose rank, result or mark is another than before; null where they were not, or are no longer, in the result. */
export function changedPlacings(
  before: readonly CompetitorFacts[],
  after: readonly CompetitorFacts[],
): { code: string; before: Placing | null; after: Placing | null }[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  return codes
    .map((code) => ({ code, before: placingOf(before, code), after: placingOf(after, code) }))
    .filter((change) => !isSame(change.before, change.after));
}

function isSame(left: Placing | null, right: Placing | null): boolean {
  return left?.rank === right?.rank && left?.result === right?.result && left?.invalidMark === right?.invalidMark;
}

function placingOf(competitors: readonly CompetitorFacts[], code: string): Placing | null {
  const found = competitors.find((competitor) => competitor.code === code);
  return found === undefined ? null : { rank: found.rank, result: found.result, invalidMark: found.invalidMark };
}
