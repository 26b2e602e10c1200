import type { ContentDraft } from '@altis/odf';
import { resultOf, type UnsentMessage } from '../compose-race-list.ts';
import { formatDuration } from '../format-duration.ts';
import { rankTimes } from '../rank-times.ts';
import type { RaceOf, TimingSheet } from './timing-sheet.ts';

/** Which unit it is, and how clocks at its venue show an instant: with their offset, xs:dateTime. */
type TimedUnitHeader = {
  readonly competition: string;
  readonly unit: string;
  readonly day: string;
  readonly shownAt: (epochMs: number) => string;
};

/** The DT_RESULT of a timing sheet. */
export function composeTiming(sheet: TimingSheet, { competition, unit, day, shownAt }: TimedUnitHeader): UnsentMessage {
  const points = [...new Set(sheet.races.flatMap(({ splitsMs }) => [...splitsMs.keys()]))].toSorted((a, b) => a - b);
  const splits = new Map(points.map((point) => [point, rankedSplits(sheet, point)]));
  const content: ContentDraft = {
    kind: 'results',
    infos: {
      ...(sheet.startedAtMs !== null && { startDate: shownAt(sheet.startedAtMs) }),
      infos: points.map((point) => ({ type: 'UI', code: 'INTERMEDIATE', position: point, value: `S${point}` })),
    },
    results: sheet.races.toSorted(byPlace).map((race, at) => ({ ...lineOf(race, splits), sortOrder: at + 1 })),
  };
  return {
    header: {
      competitionCode: competition,
      documentType: 'DT_RESULT',
      documentCode: unit,
      resultStatus: sheet.status,
      logicalDate: day,
    },
    content,
  };
}

type Splits = ReadonlyMap<number, ReturnType<typeof rankTimes>>;

function rankedSplits({ races }: TimingSheet, point: number) {
  return rankTimes(
    races.flatMap(({ bib, splitsMs }) => {
      const ms = splitsMs.get(point);
      return ms === undefined ? [] : [{ key: bib, ms }];
    }),
  );
}

function lineOf(race: RaceOf, splits: Splits) {
  const { entrant, bib, timeMs, placing, mark, penaltyMs, splitsMs } = race;
  const line = resultOf({
    ...entrant,
    bib,
    result: timeMs === null || mark !== null ? null : formatDuration(timeMs),
    rank: placing?.rank ?? null,
    isRankShared: placing?.isShared ?? false,
    diff: placing?.diff ?? null,
    mark,
  });
  return {
    ...line,
    ...(penaltyMs > 0 && { penalty: formatDuration(penaltyMs) }),
    competitor: { ...line.competitor, isCurrent: isOnCourse(race) },
    extendedResults: [...splitsMs]
      .toSorted(([left], [right]) => left - right)
      .map(([point, ms]) => {
        const split = splits.get(point)?.get(bib);
        return {
          type: 'ER',
          code: 'INTERMEDIATE',
          position: point,
          value: formatDuration(ms),
          ...(split !== undefined && { rank: split.rank, rankEqual: split.isShared }),
          ...(split !== undefined && split.diff !== null && { diff: split.diff }),
        };
      }),
  };
}

/** Of a mass start nobody stands out. */
function isOnCourse({ isAlone, startedAtMs, timeMs, mark }: RaceOf): boolean {
  return isAlone && startedAtMs !== null && timeMs === null && mark === null;
}

const outOrder = ['DNF', 'DSQ', 'DNS'];

/** Ranks first, then who is under way, who waits, and who is out. */
function byPlace(left: RaceOf, right: RaceOf): number {
  return placeOf(left) - placeOf(right);
}

function placeOf({ placing, mark, startedAtMs, entrant }: RaceOf): number {
  if (mark !== null) return 300_000 + outOrder.indexOf(mark) * 100_000 + entrant.startOrder;
  return placing?.rank ?? (startedAtMs === null ? 200_000 : 100_000) + entrant.startOrder;
}
