import type { MemberReading, RowReading, TableFault } from '../../contract/tables.ts';
import { athleteCode, keyOf, teamCode } from '../made-codes.ts';
import { organisationCodeOf } from './list-of-rows.ts';
import { tableFault } from './table-faults.ts';

/**
 * Codes for the people and teams of a whole list, by row or member. Who is in several units of the event has one code;
 * namesakes within a unit are told apart by their bibs, so that the order of the rows, which start lists and results do
 * not share, says nothing. A code that the list has itself holds. A fault where so many look alike that no code is left.
 */
export function codesOfRows(
  units: readonly (readonly RowReading[])[],
  event: string,
  organisations: ReadonlyMap<string, { readonly code: string }>,
): { ok: true; codes: Map<RowReading | MemberReading, string> } | { ok: false; fault: TableFault } {
  const byKey = new Map<string, Coded[]>();
  for (const unit of units) {
    const all = unit.flatMap((row) => codedOf(row, event, organisationCodeOf(row, organisations)));
    for (const namesakes of Map.groupBy(all, ({ identity }) => identity).values()) {
      namesakes.toSorted(byBib).forEach((each, at) => {
        const key = `${String(at + 1).padStart(5, '0')} ${each.identity}`;
        byKey.set(key, [...(byKey.get(key) ?? []), each]);
      });
    }
  }
  const taken = new Set<string>();
  const codes = new Map<RowReading | MemberReading, string>();
  for (const key of [...byKey.keys()].toSorted()) {
    const same = byKey.get(key) ?? [];
    const code = freeCode(same, Number(key.slice(0, 5)), taken);
    if (code === undefined) {
      return { ok: false, fault: tableFault('no-code-left', { value: same[0]?.reading.family ?? '' }) };
    }
    taken.add(code);
    for (const { reading } of same) codes.set(reading, reading.code ?? code);
  }
  return { ok: true, codes };
}

/** Someone who needs a code; `make` makes it for the first, second… of those who look the same. */
type Coded = {
  readonly reading: RowReading | MemberReading;
  readonly identity: string;
  /** Tells namesakes apart: the bib, and that of the team. */
  readonly bib: string;
  readonly line: number;
  readonly make: (which: number) => string;
};

function codedOf(row: RowReading, event: string, organisation: string): Coded[] {
  const { line, team, members } = row;
  const person = (reading: RowReading | MemberReading): Coded => {
    const { family, given, birth, bib } = reading;
    const who = { family, given, organisation, birth };
    const identity = ['person', family, given ?? '', organisation, birth ?? ''].map(keyOf).join('|');
    const bibs = reading === row ? (bib ?? '') : `${row.bib ?? ''} ${bib ?? ''} ${keyOf(team ?? '')}`;
    return { reading, identity, bib: bibs, line, make: (which) => athleteCode(who, which) };
  };
  if (team === null) return [person(row)];
  const own: Coded = {
    reading: row,
    identity: `team|${keyOf(row.family)}|${organisation}`,
    bib: row.bib ?? '',
    line,
    make: (which) => teamCode(event, organisation, row.family, which),
  };
  return [own, ...members.map(person)];
}

function byBib(left: Coded, right: Coded): number {
  return bibs.compare(left.bib, right.bib) || left.line - right.line;
}

const bibs = new Intl.Collator('en', { numeric: true });

/** How many codes are tried: of 36⁴ for the teams of an organisation, a list of the longest has no more than 20,000. */
const tries = 1000;

function freeCode([first]: readonly Coded[], which: number, taken: ReadonlySet<string>): string | undefined {
  for (let at = which; first !== undefined && at < which + tries; at += 1) {
    const code = first.make(at);
    if (!taken.has(code)) return code;
  }
  return undefined;
}
