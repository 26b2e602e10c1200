import type { MemberReading, RowReading, TableFault } from '../../contract/tables.ts';
import { keyOf } from '../made-codes.ts';
import { tableFault } from './table-faults.ts';

/**
 * Rows of members as teams, in the order in which the teams come. What the rows of a team have in common is the team's: its
 * bib, time, rank and mark. Times that differ are those of the legs; where each has one, they make up the team's. Ranks and
 * orders that differ are those of the legs in the whole list; then only the row of the team itself tells its own.
 */
export function gatherTeams(rows: readonly RowReading[]): { teams: RowReading[]; faults: TableFault[] } {
  const byName = Map.groupBy(rows, ({ unit, team, organisation, nation }) =>
    keyOf([unit ?? '', team ?? '', organisation ?? nation ?? ''].join('|')),
  );
  const faults: TableFault[] = [];
  const groups = [...byName.values()].flatMap(byTeamBib).flatMap(byLegs);
  // Where the times of one team differ, they are those of legs in the whole list: two legs may take equally long.
  const hasLegs = groups.some((group) => new Set(group.flatMap(({ resultMs }) => resultMs ?? [])).size > 1);
  const ofTeams: OfTeams = { rank: !groups.some(differIn('rank')), order: !groups.some(differIn('order')) };
  const teams = groups.map((group) => teamOf(group, hasLegs, ofTeams, faults));
  return { teams: teams.toSorted((left, right) => left.line - right.line), faults };
}

/** Two teams may have one name: then each bib is there for every member of one. */
function byTeamBib(rows: readonly RowReading[]): (readonly RowReading[])[] {
  const byBib = [...Map.groupBy(rows, ({ bib }) => bib).values()];
  return byBib.length > 1 && byBib.every(({ length }) => length > 1) ? byBib : [rows];
}

/** Two teams of one name without bibs of their own: a leg, or the row of a team, that comes again begins the next one. */
function byLegs(rows: readonly RowReading[]): (readonly RowReading[])[] {
  const [first] = rows as [RowReading];
  if (first.bib !== null && rows.every(({ bib }) => bib === first.bib)) return [rows];
  const groups: RowReading[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const isAgain = last?.some(
      ({ leg, family }) => (leg !== null && leg === row.leg) || (family === '' && row.family === ''),
    );
    if (last === undefined || isAgain) groups.push([row]);
    else last.push(row);
  }
  return groups;
}

/** Whether the column of ranks, or of orders, is that of the teams and not of legs. */
type OfTeams = Readonly<Record<'rank' | 'order', boolean>>;

function differIn(field: keyof OfTeams): (rows: readonly RowReading[]) => boolean {
  return (rows) => new Set(rows.flatMap((row) => (row.family === '' ? [] : (row[field] ?? [])))).size > 1;
}

function teamOf(rows: readonly RowReading[], hasLegs: boolean, ofTeams: OfTeams, faults: TableFault[]): RowReading {
  const [first] = rows as [RowReading];
  const people = rows.filter(({ family }) => family !== '');
  const told = <Value>(read: (row: RowReading) => Value | null): Value | null =>
    rows.map(read).find((value) => value !== null) ?? null;
  const own = rows.find(({ family }) => family === '');
  const common = (field: keyof OfTeams): number | null =>
    own?.[field] ?? (ofTeams[field] ? told((row) => row[field]) : null);
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
    order: common('order'),
    start: told((row) => row.start),
    rank: mark === null ? common('rank') : null,
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
