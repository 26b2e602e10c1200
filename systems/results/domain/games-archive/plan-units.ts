import { parseRsc } from '@altis/odf';
import { cell, type ArchiveRow } from './games-archive.ts';
import { findEvent, phaseAndUnitIn, phaseOfCode, unitAt, type KnownEvents } from './known-events.ts';
import type { UnplacedNotes } from './unplaced.ts';

/** A unit with the row of the schedule that is about it or about its whole phase. */
export type PlannedUnit = {
  readonly rsc: string;
  readonly plan: ArchiveRow | undefined;
  /** The row is about all units of the phase. */
  readonly isOfPhase: boolean;
  readonly results: readonly ArchiveRow[];
};

type Told = { readonly rsc: string; readonly row: ArchiveRow };

/**
 * The units of a Games: those that have results, and those that are only scheduled. Rows of the schedule have no codes: the
 * event is found by its name, phase and unit stand in the row's address. A row about a whole phase speaks for its units.
 */
export function planUnits(
  results: ReadonlyMap<string, readonly ArchiveRow[]>,
  schedules: readonly ArchiveRow[],
  known: KnownEvents,
  unplaced: UnplacedNotes,
): PlannedUnit[] {
  const told = schedules.flatMap((row) => toldBy(row, known, unplaced));
  const own = new Map<string, ArchiveRow>();
  const ofPhase: Told[] = [];
  for (const { rsc, row } of told) {
    if (rsc === phaseOfCode(rsc)) ofPhase.push({ rsc, row });
    else if (!own.has(rsc)) own.set(rsc, row);
    else if (startOf(own.get(rsc)) !== startOf(row))
      unplaced.add('schedule: a second time for the same unit', describe(row));
  }
  const withoutOwn = [...results.keys()].filter((rsc) => !own.has(rsc));
  const shared = shareOut(withoutOwn, results, ofPhase, unplaced);
  const codes = [...new Set([...results.keys(), ...own.keys()])].sort();
  return codes.map((rsc) => ({
    rsc,
    plan: own.get(rsc) ?? shared.get(rsc),
    isOfPhase: !own.has(rsc),
    results: results.get(rsc) ?? [],
  }));
}

function toldBy(row: ArchiveRow, known: KnownEvents, unplaced: UnplacedNotes): Told[] {
  const url = cell(row, 'url');
  const discipline = cell(row, 'discipline_code');
  const last = phaseAndUnitIn(url);
  if (url === '' || last === undefined) {
    const why = url === '' ? 'no address to take a code from' : 'the address leads to no unit';
    unplaced.add(`schedule: ${why}`, describe(row));
    return [];
  }
  const event = findEvent(known, discipline, cell(row, 'event'));
  // Units of several events at once, such as a qualification, are of the discipline's men or women.
  const rsc = event === undefined ? `${discipline}${cell(row, 'gender')}`.padEnd(22, '-') + last : unitAt(event, url);
  if (rsc !== undefined && parseRsc(rsc).ok) return [{ rsc, row }];
  unplaced.add('schedule: the address gives no code that is an RSC', describe(row));
  return [];
}

/** Gives each unit without a row of its own that of its phase: in order where there are as many, else the one before its end. */
function shareOut(
  units: readonly string[],
  results: ReadonlyMap<string, readonly ArchiveRow[]>,
  ofPhase: readonly Told[],
  unplaced: UnplacedNotes,
): Map<string, ArchiveRow> {
  const endOf = (rsc: string): number => Date.parse(cell(results.get(rsc)?.[0] ?? {}, 'date'));
  const waiting = Map.groupBy(units, phaseOfCode);
  const shared = new Map<string, ArchiveRow>();
  for (const [phase, told] of Map.groupBy(ofPhase, ({ rsc }) => rsc)) {
    const rows = told.map(({ row }) => row).toSorted((left, right) => startOf(left) - startOf(right));
    const inOrder = (waiting.get(phase) ?? []).toSorted(
      (left, right) => endOf(left) - endOf(right) || (left < right ? -1 : 1),
    );
    if (inOrder.length === 0) {
      for (const row of rows) unplaced.add('schedule: a phase of which there are no other units', describe(row));
    }
    for (const [at, rsc] of inOrder.entries()) {
      const before = rows.findLast((row) => startOf(row) <= endOf(rsc));
      const row = rows.length === inOrder.length ? rows[at] : (before ?? rows[0]);
      if (row !== undefined) shared.set(rsc, row);
    }
  }
  return shared;
}

function startOf(row: ArchiveRow | undefined): number {
  return Date.parse(cell(row ?? {}, 'start_date'));
}

function describe(row: ArchiveRow): string {
  return [
    cell(row, 'discipline'),
    cell(row, 'phase') || cell(row, 'event'),
    cell(row, 'start_date'),
    cell(row, 'status'),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
