import { cell, type ArchiveRow, type GamesArchive } from './games-archive.ts';

/** The events of a Games, and the codes of its disciplines, as results and schedule tell them. */
export type KnownEvents = {
  /** RSC of 34 characters by discipline (code or name) and name of the event: `Judo|Men -60 kg`. */
  readonly events: ReadonlyMap<string, string>;
  readonly eventNames: ReadonlyMap<string, string>;
  /** Code by name. */
  readonly disciplines: ReadonlyMap<string, string>;
};

/** Length of discipline, gender and event in an RSC. */
const eventLength = 22;
const rscLength = 34;

/** Learns events from the results, whose rows have codes. */
export function knownEvents({ results, schedules, teams }: GamesArchive): KnownEvents {
  const events = new Map<string, string>();
  const eventNames = new Map<string, string>();
  const disciplines = new Map<string, string>();
  for (const row of results) {
    const rsc = eventOfCode(cell(row, 'stage_code'));
    const name = cell(row, 'event_name');
    if (eventNames.has(rsc)) continue;
    for (const discipline of [cell(row, 'discipline_name'), cell(row, 'discipline_code')]) {
      events.set(keyOf(discipline, name), rsc);
    }
    eventNames.set(rsc, name);
  }
  for (const [rows, name, code] of [
    [results, 'discipline_name', 'discipline_code'],
    [schedules, 'discipline', 'discipline_code'],
    [teams, 'discipline', 'disciplines_code'],
  ] as const) {
    for (const row of rows)
      if (/^[A-Z0-9]{3}$/.test(cell(row, code))) disciplines.set(cell(row, name), cell(row, code));
  }
  return { events, eventNames, disciplines };
}

/** The event that a discipline has under a name. */
export function findEvent({ events }: KnownEvents, discipline: string, name: string): string | undefined {
  return events.get(keyOf(discipline, name));
}

/** The last part of an address is phase and unit: `/…/football/men/gpb-000100--` → `GPB-000100--`. */
export function phaseAndUnitIn(url: string): string | undefined {
  const last = url.slice(url.lastIndexOf('/') + 1).toUpperCase();
  return last.length === rscLength - eventLength && /^[A-Z0-9.+_-]+$/.test(last) ? last : undefined;
}

/** The unit of an event that an address of the archive leads to. */
export function unitAt(event: string, url: string): string | undefined {
  const last = phaseAndUnitIn(url);
  return last === undefined ? undefined : event.slice(0, eventLength) + last;
}

/** The code of the whole phase that a unit is of. */
export function phaseOfCode(unit: string): string {
  return unit.slice(0, eventLength + 4).padEnd(rscLength, '-');
}

/** The code of the event that a unit is of. */
export function eventOfCode(unit: string): string {
  return unit.slice(0, eventLength).padEnd(rscLength, '-');
}

/** The code of a discipline at full length. */
export function disciplineRsc(code: string): string {
  return code.padEnd(rscLength, '-');
}

/** Rows by the unit, or by the phase as a whole, that they are results of, in the order of the archive. */
export function resultsByUnit(results: readonly ArchiveRow[]): Map<string, ArchiveRow[]> {
  return Map.groupBy(results, (row) => cell(row, 'stage_code'));
}

function keyOf(discipline: string, event: string): string {
  return `${discipline}|${event}`.toLowerCase();
}
