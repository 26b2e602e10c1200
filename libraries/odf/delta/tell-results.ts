import type { OdfResult, OdfResults } from '../views/results.ts';

/** What a DT_RESULT says, or a total of a phase or event (DT_PHASE_RESULT, DT_RANKING). */
export type ResultsSaid = {
  readonly kind: 'results' | 'total';
  readonly status: string | undefined;
  /** Two sides with a score, home and away. */
  readonly isGame: boolean;
  readonly lines: readonly ResultLine[];
};

/** One competitor's line; what is absent is left out. */
export type ResultLine = {
  readonly competitor: string;
  readonly rank?: number | undefined;
  readonly result?: string | undefined;
  readonly irm?: string | undefined;
  readonly qualification?: string | undefined;
  /** On course or on ice now. */
  readonly isCurrent?: true | undefined;
  /** Position, time or mark, and rank. */
  readonly splits?: readonly Split[] | undefined;
  /** Runs or rounds within the unit: number, mark and rank. */
  readonly runs?: readonly Split[] | undefined;
  /** Code and type of each record set or equalled. */
  readonly records?: readonly (readonly [code: string, type: string])[] | undefined;
};

type Split = readonly [position: string, value: string | null, rank: number | null];

/** Reads what a result list says of facts; without `content`, as in an invalidation, it is as if nothing had begun. */
export function tellResults(
  kind: ResultsSaid['kind'],
  subject: string,
  status: string | undefined,
  content: Pick<OdfResults, 'results' | 'infos' | 'periods'> | undefined,
): ResultsSaid {
  if (content === undefined) return { kind, status: 'START_LIST', isGame: false, lines: [] };
  // ODF General Messages Interface, ExtendedInfo of type DISPLAY: CURRENT is the competitor on course.
  const current = new Set(
    content.infos.infos.flatMap(({ type, code, value }) => (type === 'DISPLAY' && code === 'CURRENT' ? [value] : [])),
  );
  const isGame =
    content.periods.length > 0 ||
    content.results.some(({ competitor }) => competitor?.entries.some(({ code }) => code === 'HOME_AWAY') === true);
  return {
    kind,
    status,
    isGame,
    lines: content.results
      .toSorted((left, right) => (left.sortOrder ?? Infinity) - (right.sortOrder ?? Infinity) || 0)
      .flatMap((result) => lineOf(result, subject, current)),
  };
}

function lineOf(result: OdfResult, subject: string, current: ReadonlySet<string | undefined>): ResultLine[] {
  const { competitor, extendedResults, items, records } = result;
  if (competitor === undefined || competitor.code === '') return [];
  const splits = extendedResults.flatMap(({ type, code, position, value, rank, irm }): Split[] => {
    const isSplit = type === 'ER' && code === 'INTERMEDIATE' && position !== undefined && irm === undefined;
    return isSplit && (value ?? rank) !== undefined ? [[position, value ?? null, rank ?? null]] : [];
  });
  const runs = items.flatMap((item, index): Split[] => {
    const isHere = item.unit === undefined || item.unit === subject;
    if (!isHere || item.result === undefined || item.irm !== undefined) return [];
    return [[String(item.order ?? index + 1), item.result, item.rank ?? null]];
  });
  return [
    {
      competitor: competitor.code,
      rank: result.rank,
      result: result.result,
      irm: result.irm,
      qualification: result.qualificationMark,
      isCurrent: competitor.isCurrent || current.has(competitor.code) || undefined,
      splits: splits.length > 0 ? splits : undefined,
      runs: runs.length > 0 ? runs : undefined,
      records: records.length > 0 ? records.map(({ code, type }) => [code, type] as const) : undefined,
    },
  ];
}
