import type { CodedValue, ExtendedValue, OdfCompetitor, OdfResult, ResultValues } from '@altis/odf';
import type { DetailedValue, UnitCompetitor } from '../contract/index.ts';
import { nameInMessage } from './person-name.ts';

/** A competitor as a message about a unit has it; names are those of the message. */
export type CompetitorFacts = UnitCompetitor;

/** A competitor that has no result yet. */
export const nothingYet = {
  bib: null,
  startOrder: null,
  rank: null,
  isRankShared: false,
  result: null,
  diff: null,
  penalty: null,
  invalidMark: null,
  outcome: null,
  qualification: null,
  isCurrent: false,
  isProvisional: false,
  splits: [],
  items: [],
  details: [],
  records: [],
} as const satisfies Partial<CompetitorFacts>;

/** A `Competitor` without a result: of a start list, or of an action's unit. */
export function competitorFacts(competitor: OdfCompetitor): CompetitorFacts {
  const kind = competitor.type === 'A' ? 'athlete' : 'team';
  const athletes = competitor.athletes.map((athlete) => ({
    code: athlete.code,
    name: nameInMessage(athlete),
    bib: athlete.bib ?? null,
    role: athlete.role ?? entryOf(athlete.entries, 'POSITION') ?? null,
    order: numberText(athlete.order),
    details: kind === 'team' ? athlete.extendedResults.map(detailOf) : [],
  }));
  return {
    ...nothingYet,
    code: competitor.code,
    kind,
    name: kind === 'athlete' ? (athletes[0]?.name.tv ?? competitor.code) : (competitor.teamName ?? competitor.code),
    organisation: competitor.organisation ?? '',
    side: sideOf(competitor),
    bib: competitor.bib ?? athletes.find(({ bib }) => kind === 'athlete' && bib !== null)?.bib ?? null,
    isCurrent: competitor.isCurrent,
    details: entriesOf(competitor, kind),
    athletes,
  };
}

/** A `Result` with its competitor. `splitCodes` says of which kind an intermediate is, by its position. */
export function resultFacts(result: OdfResult, splitCodes: ReadonlyMap<string, string> = new Map()): CompetitorFacts[] {
  const { competitor, extendedResults } = result;
  if (competitor === undefined) return [];
  const splits = extendedResults.filter(isSplit);
  const facts = competitorFacts(competitor);
  return [
    {
      ...facts,
      ...markOf(result),
      startOrder: numberText(result.startOrder),
      isRankShared: result.rankEqual,
      penalty: result.penalty ?? null,
      outcome: outcomeOf(result.wlt),
      qualification: result.qualificationMark ?? null,
      isProvisional: result.isUnchecked || result.photoFinish === 'P',
      splits: splits.map((split) => ({
        position: split.position ?? '',
        code: splitCodes.get(split.position ?? '') ?? null,
        result: split.value ?? null,
        rank: numberText(split.rank),
        diff: split.diff ?? null,
      })),
      items: result.items.map((item) => ({
        unit: item.unit ?? null,
        order: numberText(item.order),
        ...markOf(item),
      })),
      details: [...extendedResults.filter((value) => !isSplit(value)).map(detailOf), ...facts.details],
      records: result.records.map(({ code, type, isEqualled }) => ({ code, type, isEqualled })),
    },
  ];
}

/** Compares lines of a result by ODF SortOrder; those without one come last, as they are written. */
export function bySortOrder(left: OdfResult, right: OdfResult): number {
  return (left.sortOrder ?? Infinity) - (right.sortOrder ?? Infinity) || 0;
}

/** ODF's win, loss or tie; null for whatever else is written. */
export function outcomeOf(wlt: string | undefined): 'W' | 'L' | 'T' | null {
  return wlt === 'W' || wlt === 'L' || wlt === 'T' ? wlt : null;
}

/** A number as the contract writes it; null where there is none. */
export function numberText(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}

function markOf({ rank, result, diff, irm }: ResultValues) {
  return { rank: numberText(rank), result: result ?? null, diff: diff ?? null, invalidMark: irm ?? null };
}

/** ODF's intermediates: ExtendedResult of type ER, code INTERMEDIATE, numbered by Pos. */
function isSplit({ type, code }: ExtendedValue): boolean {
  return type === 'ER' && code === 'INTERMEDIATE';
}

function detailOf(value: ExtendedValue): DetailedValue {
  return {
    type: value.type ?? '',
    code: value.code,
    position: value.position ?? null,
    value: value.value ?? null,
    value2: value.value2 ?? null,
    rank: numberText(value.rank),
    diff: value.diff ?? null,
    invalidMark: value.irm ?? null,
    extensions: value.extensions.map(extensionOf),
  };
}

/** A coded value as the contract has it. */
export function extensionOf({ code, position, value }: CodedValue): DetailedValue['extensions'][number] {
  return { code, position: position ?? null, value: value ?? null };
}

/** Where and how somebody starts: ODF's EventUnitEntry, such as LANE or PAIR. What has a place of its own is not among them. */
function entriesOf({ entries, athletes }: OdfCompetitor, kind: CompetitorFacts['kind']): DetailedValue[] {
  const own = kind === 'athlete' ? [...entries, ...(athletes[0]?.entries ?? [])] : entries;
  return own
    .filter(({ code }) => code !== 'HOME_AWAY' && code !== 'POSITION')
    .map((entry) => ({ ...noValue, ...extensionOf(entry), type: entry.type ?? 'EUE' }));
}

const noValue = { value2: null, rank: null, diff: null, invalidMark: null, extensions: [] };

/** ODF's common codes: EventUnitEntry of type EUE, code HOME_AWAY, value HOME or AWAY. */
function sideOf({ entries }: OdfCompetitor): 'home' | 'away' | null {
  const side = entryOf(entries, 'HOME_AWAY');
  if (side === 'HOME') return 'home';
  return side === 'AWAY' ? 'away' : null;
}

function entryOf(entries: OdfCompetitor['entries'], code: string): string | undefined {
  return entries.find((entry) => entry.code === code)?.value;
}
