import type { MemberReading, RowReading } from '../../contract/tables.ts';
import { formatDuration } from '../format-duration.ts';
import { keyOf, organisationCandidates } from '../made-codes.ts';
import type { RaceEntrant, RaceList, RacePerson } from '../race-list.ts';
import { rankTimes } from '../rank-times.ts';

/** What an organisation is called whose name no row tells. */
const noOrganisation = { code: 'IND', name: 'Independent' };

/**
 * The organisations of rows with their codes: what is written as three capitals is a code; any other name has the first
 * of its candidates that no other name has. `known` are names by code, as far as they are known.
 */
export function organisationsOf(
  rows: readonly RowReading[],
  known: ReadonlyMap<string, string>,
): Map<string, { code: string; name: string; isNew: boolean }> {
  const taken = new Map([...known].map(([code, name]) => [code, keyOf(name)]));
  const found = new Map<string, { code: string; name: string; isNew: boolean }>();
  for (const row of rows) {
    const name = organisationOf(row);
    if (found.has(keyOf(name))) continue;
    if (name === noOrganisation.name) {
      found.set(keyOf(name), { ...noOrganisation, isNew: false });
    } else if (/^[A-Z]{3}$/.test(name)) {
      found.set(keyOf(name), { code: name, name: known.get(name) ?? '', isNew: false });
    } else {
      const candidates = organisationCandidates(name);
      const code =
        candidates.find((each) => [undefined, keyOf(name)].includes(taken.get(each))) ?? candidates[0] ?? 'XX0';
      found.set(keyOf(name), { code, name, isNew: !taken.has(code) });
      taken.set(code, keyOf(name));
    }
  }
  return found;
}

/**
 * Rows of a unit as its entrants: of a start list in their order, of results by place. `codes` has the code of each row
 * and member.
 */
export function entrantsOf(
  rows: readonly RowReading[],
  kind: RaceList['kind'],
  event: string,
  organisations: ReadonlyMap<string, { readonly code: string }>,
  codes: ReadonlyMap<RowReading | MemberReading, string>,
): RaceEntrant[] {
  const placings = kind === 'results' ? placingsOf(rows) : new Map<RowReading, Placed>();
  const entrants = inStartOrder(rows).map((row, at): RaceEntrant => {
    const organisation = organisationCodeOf(row, organisations);
    const placed = placings.get(row);
    const members = row.members.map((member, place) => ({
      ...personOf(member, { organisation, nation: row.nation }, event, codes.get(member)),
      order: place + 1,
      result: kind === 'results' && member.resultMs !== null ? formatDuration(member.resultMs, row.decimals) : null,
    }));
    return {
      ...personOf(row, { organisation, nation: null }, event, codes.get(row)),
      startOrder: at + 1,
      result: kind === 'results' && row.resultMs !== null ? formatDuration(row.resultMs, row.decimals) : null,
      diff: placed?.diff ?? null,
      rank: placed?.rank ?? null,
      isRankShared: placed?.isShared ?? false,
      mark: row.mark,
      ...(row.team !== null && { members }),
    };
  });
  return kind === 'start-list' ? entrants : entrants.toSorted(byPlace);
}

type Named = Pick<MemberReading, 'family' | 'given' | 'birth' | 'bib' | 'nation' | 'gender'>;

function personOf(
  { family, given, birth, bib, nation, gender }: Named,
  of: Pick<RacePerson, 'organisation' | 'nation'>,
  event: string,
  code = '',
): RacePerson {
  return {
    code,
    bib,
    family,
    given,
    organisation: of.organisation,
    nation: nation ?? of.nation,
    gender: gender ?? { M: 'M' as const, W: 'F' as const }[event.slice(3, 4)] ?? 'X',
    birthDate: birth !== null && birth.length === 10 ? birth : null,
  };
}

type Placed = { readonly rank: number; readonly isShared: boolean; readonly diff: string | null };

/** Ranks as the list has them, where it has them; else by time. */
function placingsOf(rows: readonly RowReading[]): Map<RowReading, Placed> {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const timed = rows.filter((row) => row.resultMs !== null && row.mark === null);
  const decimals = Math.max(0, ...timed.map((row) => row.decimals));
  const times = timed.map((row) => ({ key: String(row.line), ms: row.resultMs ?? 0 }));
  const byTime = rankTimes(times, { decimals });
  const counts = new Map<number, number>();
  for (const { rank } of ranked) counts.set(rank ?? 0, (counts.get(rank ?? 0) ?? 0) + 1);
  return new Map(
    rows.flatMap((row): [RowReading, Placed][] => {
      const timeRank = byTime.get(String(row.line));
      if (ranked.length === 0) return timeRank === undefined ? [] : [[row, timeRank]];
      if (row.rank === null) return [];
      return [[row, { rank: row.rank, isShared: (counts.get(row.rank) ?? 0) > 1, diff: timeRank?.diff ?? null }]];
    }),
  );
}

/** By the order that the list tells, else by time of start, else as the rows stand. */
function inStartOrder(rows: readonly RowReading[]): RowReading[] {
  const key = ({ order, start }: RowReading): string =>
    order === null ? (start ?? '') : String(order).padStart(6, '0');
  const isTold = rows.some(({ order }) => order !== null) || rows.every(({ start }) => start !== null);
  return isTold ? rows.toSorted((left, right) => (key(left) || '~').localeCompare(key(right) || '~', 'en')) : [...rows];
}

const outOrder = ['DNF', 'DSQ', 'DNS'];

function byPlace(left: RaceEntrant, right: RaceEntrant): number {
  const place = ({ rank, mark, startOrder }: RaceEntrant): number =>
    rank ?? (mark === null ? 100_000 : 200_000 + outOrder.indexOf(mark) * 100_000) + startOrder;
  return place(left) - place(right);
}

/** The club; where there is none, the nation, or that of which the team is the first or second: "ITA 1", "SC Bergdorf II". */
export function organisationOf({ organisation, nation, team }: RowReading): string {
  return (
    organisation ?? nation ?? team?.replace(/[\s._-]+(?:\d{1,2}|I{1,3}|IV|VI{0,3}|[A-H])$/u, '') ?? noOrganisation.name
  );
}

/** The code of a row's organisation, of those that {@link organisationsOf} found. */
export function organisationCodeOf(row: RowReading, found: ReadonlyMap<string, { readonly code: string }>): string {
  return found.get(keyOf(organisationOf(row)))?.code ?? noOrganisation.code;
}
