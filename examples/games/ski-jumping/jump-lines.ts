import { tenthsText } from '../story/figures.ts';
import { ranked, type Detail, type Line, type Part } from '../story/sheet.ts';
import type { Jump, JumpRound } from './jump.ts';

/** Everybody of a round as it stands at a moment, by points of this round and the one before. */
export function jumpLines({ plan, jumps, before }: JumpRound, atMs: number): Line[] {
  const ranks = rankWithin(jumps.filter(({ marksMs, irm }) => marksMs <= atMs && irm === undefined));
  const lines = ranked(
    jumps.map((each) => {
      const { entrant, bib, startOrder, startMs, marksMs, irm, total } = each;
      const first = before.get(entrant);
      const isIn = marksMs <= atMs;
      const line: Line = {
        entrant,
        bib,
        startOrder,
        ...(startMs <= atMs && !isIn && { isCurrent: true }),
        ...(isIn && irm !== undefined && { irm, resultType: 'IRM' as const }),
        ...(isIn &&
          irm === undefined && { result: tenthsText(total + (first?.total ?? 0)), resultType: 'POINTS' as const }),
        ...(isIn && each.isRecord === true && { records: [{ ...hillRecord(plan.event.rsc), isEqualled: false }] }),
        details: isIn && irm === undefined ? detailsOf(each) : [],
        ...(isIn &&
          irm === undefined &&
          first !== undefined && { parts: partsOf(plan.rsc, first, before, each, ranks) }),
      };
      return isIn && irm === undefined ? { line, value: -(total + (first?.total ?? 0)) } : { line };
    }),
    (behind) => `-${tenthsText(behind)}`,
  );
  return lines;
}

/** The record of the hill, of the men or of the women. */
export const hillRecord = (event: string): { code: string; type: string } => ({
  code: `${event.slice(0, 6)}-HR`,
  type: 'HR',
});

/** Points of both rounds, each with its rank in its round. */
function partsOf(
  unit: string,
  first: Jump,
  before: ReadonlyMap<unknown, Jump>,
  second: Jump,
  ranks: ReadonlyMap<number, number>,
): Part[] {
  const firstRanks = rankWithin([...before.values()].filter(({ irm }) => irm === undefined));
  const firstUnit = `${unit.slice(0, 26)}000100--`;
  return [
    { unit: firstUnit, order: 1, rank: firstRanks.get(first.total) ?? 0, result: tenthsText(first.total) },
    { unit, order: 2, rank: ranks.get(second.total) ?? 0, result: tenthsText(second.total) },
  ];
}

function rankWithin(jumps: readonly Jump[]): Map<number, number> {
  const totals = jumps.map(({ total }) => total).toSorted((a, b) => b - a);
  return new Map(totals.map((total) => [total, totals.indexOf(total) + 1]));
}

/** What the sport adds: distance, speed, wind, gate, and the marks of the five judges. */
function detailsOf(each: Jump): Detail[] {
  const { distance, distancePoints, speed, gate, gatePoints, wind, windPoints, marks, judgesPoints, hasFallen } = each;
  const detail = (code: string, value: string, value2?: string): Detail => ({
    type: 'ER',
    code,
    value,
    ...(value2 !== undefined && { value2 }),
  });
  return [
    detail('DISTANCE', tenthsText(distance), tenthsText(distancePoints)),
    detail('SPEED', speed.toFixed(1)),
    detail('GATE', String(gate), tenthsText(gatePoints)),
    detail('WIND', wind.toFixed(2), tenthsText(windPoints)),
    ...marks.map((mark, index): Detail => ({ type: 'ER', code: 'JUDGE', pos: index + 1, value: tenthsText(mark) })),
    detail('JUDGES_POINTS', tenthsText(judgesPoints)),
    ...(hasFallen ? [detail('FALL', 'Y')] : []),
  ];
}
