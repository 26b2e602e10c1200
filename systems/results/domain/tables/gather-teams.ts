import type { MemberReading, RowReading, TableFault } from '../../contract/tables.ts';
import { keyOf } from '../made-codes.ts';
import { tableFault } from './table-faults.ts';

/**
 * Rows of members as teams, in the order in which the teams come. What the rows of a team have in common is the team's: its
 * bib, time, rank and mark. Times that differ are those of the legs; where each has one, they make up the team's.
 */
export function gatherTeams(rows: readonly RowReading[]): { teams: RowReading[]; faults: TableFault[] } {
  const byName = Map.groupBy(rows, ({ unit, team, organisation, nation }) =>
    keyOf([unit ?? '', team ?? '', organisation ?? nation ?? ''].join('|')),
  );
  const faults: TableFault[] = [];
  const groups = [...byName.values()].flatMap(byTeamBib);
  // Where the times of one team differ, they are those of legs in the whole list: two legs may take equally long.
  const hasLegs = groups.some((group) => new Set(group.flatMap(({ resultMs }) => resultMs ?? [])).size > 1);
  const teams = groups.map((group) => teamOf(group, hasLegs, faults));
  return { teams: teams.toSorted((left, right) => left.line - right.line), faults };
}

/** Two teams may have one name: then each bib is there for every member of one. */
function byTeamBib(rows: readonly RowReading[]): (readonly RowReading[])[] {
  const byBib = [...Map.groupBy(rows, ({ bib }) => bib).values()];
  return byBib.length > 1 && byBib.every(({ length }) => length > 1) ? byBib : [rows];
}

function teamOf(rows: readonly RowReading[], hasLegs: boolean, faults: TableFault[]): RowReading {
  const [first] = rows as [RowReading];
  const people = rows.filter(({ family }) => family !== '');
  const told = <Value>(read: (row: RowReading) => Value | null): Value | null =>
    rows.map(read).find((value) => value !== null) ?? null;
  const bib = teamBib(rows);
  // The row of the team itself may tell its time, above those of the legs.
  const whole = rows.find(({ family, resultMs }) => family === '' && resultMs !== null)?.resultMs ?? null;
  const isAdded = hasLegs && whole === null && people.every(({ resultMs }) => resultMs !== null);
  const sum = people.reduce((total, { resultMs }) => total + (resultMs ?? 0), 0);
  const mark = told((row) => row.mark);
  if (isAdded) faults.push(tableFault('legs-added', { line: first.line, value: first.team }));
  if (hasLegs && whole === null && !isAdded && mark === null) {
    faults.push(tableFault('leg-times-missing', { line: first.line, value: first.team }));
  }
  const resultMs = hasLegs ? (whole ?? (isAdded ? sum : null)) : told((row) => row.resultMs);
  return {
    ...first,
    family: first.team ?? '',
    given: null,
    bib,
    leg: null,
    gender: null,
    birth: null,
    code: null,
    order: told((row) => row.order),
    start: told((row) => row.start),
    rank: mark === null ? told((row) => row.rank) : null,
    mark,
    resultMs: mark === null ? resultMs : null,
    decimals: Math.max(...rows.map(({ decimals }) => decimals)),
    members: inLegs(people).map((row) => memberOf(row, bib, hasLegs)),
  };
}

/** The bib that all rows have, or what those of the members begin with: 3-1, 3-2. */
function teamBib(rows: readonly RowReading[]): string | null {
  const bibs = [...new Set(rows.flatMap(({ bib }) => bib ?? []))];
  if (bibs.length < 2) return bibs[0] ?? null;
  const own = rows.find(({ family, bib }) => family === '' && bib !== null)?.bib;
  const starts = new Set(bibs.map((bib) => /^([\p{L}\p{N}]+)[-./_ ]/u.exec(bib)?.[1] ?? bib));
  const [start] = starts;
  return own ?? (starts.size === 1 && start !== undefined ? start : null);
}

function inLegs(rows: readonly RowReading[]): RowReading[] {
  return rows.toSorted((left, right) => (left.leg ?? Infinity) - (right.leg ?? Infinity) || 0);
}

function memberOf(row: RowReading, teamBibIs: string | null, hasLegs: boolean): MemberReading {
  const { family, given, nation, gender, birth, code, leg, bib } = row;
  const resultMs = hasLegs ? row.resultMs : null;
  return { family, given, bib: bib === teamBibIs ? null : bib, nation, gender, birth, code, leg, resultMs };
}
