import { problem } from '@altis/kernel';
import type { MemberReading, TableMapping, TableReading } from '../../contract/index.ts';
import { guessMapping } from '../../domain/tables/guess-mapping.ts';
import { readRows } from '../../domain/tables/read-rows.ts';
import { readTable } from '../../domain/tables/read-table.ts';
import type { Table } from '../../domain/tables/table.ts';

/** Rows that are shown from the beginning, and of those with faults. */
const shownRows = 60;
const shownFaults = 200;
const shownTeams = 200;

/** @throws Problem INVALID_INPUT with what is wrong with the file and how to put it right. */
export async function requireTable(bytes: Uint8Array, name: string): Promise<Table> {
  const table = await readTable(bytes);
  if (table.ok) return table;
  throw problem('INVALID_INPUT', `${name}: ${table.message}`, { remedy: table.remedy });
}

/** A table as pages show it, by this mapping or the one that is guessed. */
export function presentTable(
  { id, name }: { readonly id: string; readonly name: string },
  table: Table,
  given?: TableMapping,
): TableReading {
  const mapping = fitted(given ?? guessMapping(table), table.columns.length);
  const { rows, competitors, faults } = readRows(table, mapping);
  const faulty = new Set(faults.slice(0, shownFaults).map(({ line }) => line));
  const sample = rows.filter(({ row }, at) => at < shownRows || faulty.has(row.line));
  const readings = rows.flatMap(({ reading }) => (reading === null ? [] : [reading]));
  const teams = competitors.filter(({ team }) => team !== null);
  return {
    id,
    name,
    format: table.format,
    encoding: table.encoding,
    columns: [...table.columns],
    mapping,
    kind: readings.some(({ resultMs, rank, mark }) => resultMs !== null || rank !== null || mark !== null)
      ? 'results'
      : 'start-list',
    gender: genderOf(readings.map(({ gender }) => gender)),
    sample: sample.map(({ row, reading }) => ({ line: row.line, cells: [...row.cells], reading })),
    rows: rows.length,
    good: readings.length,
    units: [...new Set(readings.flatMap(({ unit }) => unit ?? []))],
    teamCount: teams.length,
    teams: teams.slice(0, shownTeams).map(({ line, unit, bib, family, members }) => {
      return { line, unit, bib, name: family, members: members.map(nameOf) };
    }),
    faults: faults.slice(0, shownFaults),
    faultCount: faults.length,
  };
}

function nameOf({ family, given }: MemberReading): string {
  return given === null ? family : `${given} ${family}`;
}

/** A mapping of the length of the table, no field but that of members twice. */
function fitted(mapping: TableMapping, width: number): TableMapping {
  return Array.from({ length: width }, (_, at) => {
    const field = mapping[at] ?? null;
    return field === 'member' || (field !== null && mapping.indexOf(field) === at) ? field : null;
  });
}

function genderOf(genders: readonly (string | null)[]): TableReading['gender'] {
  if (genders.length === 0) return 'O';
  if (genders.every((gender) => gender === 'M')) return 'M';
  return genders.every((gender) => gender === 'F') ? 'W' : 'O';
}
