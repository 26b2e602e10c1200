import type { RowReading, TableFault, TableField, TableMapping } from '../../contract/tables.ts';
import { gatherTeams } from './gather-teams.ts';
import { hasPartsOfDay } from './parts-of-day.ts';
import { readDate } from './read-date.ts';
import { readDuration } from './read-duration.ts';
import { readMembers } from './read-members.ts';
import { readTimeOfDay } from './read-time-of-day.ts';
import { readGender, readMark } from './read-words.ts';
import { splitName } from './split-name.ts';
import { tableFault, type FaultCode } from './table-faults.ts';
import type { Table, TableRow } from './table.ts';

export type RowsReading = {
  /** Of each row, how it is understood; null where it is left out. */
  readonly rows: readonly { readonly row: TableRow; readonly reading: RowReading | null }[];
  /** Who competes: the rows that are understood, those of one team gathered into one. */
  readonly competitors: readonly RowReading[];
  readonly faults: readonly TableFault[];
};

/** What a row is: an athlete, a team, or a member of the team that it names. */
type RowKind = 'athlete' | 'team' | 'member';

/** Understands the rows of a table by a mapping. Rows with errors are left out, and each says what is wrong in which column. */
export function readRows(table: Table, mapping: TableMapping): RowsReading {
  const faults: TableFault[] = table.notes.map(({ code, line, value }) => tableFault(code, { line, value }));
  const kind = kindOf(mapping);
  if (kind === undefined) {
    faults.push(tableFault('no-name-column', {}));
    return { rows: table.rows.map((row) => ({ row, reading: null })), competitors: [], faults };
  }
  const seen: Seen = { bibs: new Map(), names: new Map() };
  const habits = habitsOf(table, mapping);
  let above: RowReading | undefined;
  const rows = table.rows.map((row) => {
    const sheet = rowReader(row, table.columns, mapping, habits, faults);
    const reading = understand(sheet, kind, above);
    if (reading === null || isTwin(reading, kind, seen, sheet)) return { row, reading: null };
    above = reading;
    return { row, reading };
  });
  const readings = rows.flatMap(({ reading }) => (reading === null ? [] : [reading]));
  const gathered = kind === 'member' ? gatherTeams(readings) : { teams: readings, faults: [] };
  for (const { line } of kind === 'athlete' ? [] : gathered.teams.filter(({ members }) => members.length === 0)) {
    faults.push(tableFault('members-missing', { line }));
  }
  return { rows, competitors: gathered.teams, faults: [...faults, ...gathered.faults] };
}

function kindOf(mapping: TableMapping): RowKind | undefined {
  const has = (field: TableField): boolean => mapping.includes(field);
  const isNamed = has('name') || has('family');
  if (has('member')) return isNamed || has('team') || has('organisation') ? 'team' : undefined;
  if (has('team')) return isNamed ? 'member' : 'team';
  return isNamed ? 'athlete' : undefined;
}

/** How a list writes its times, seen from all rows: `0.5` may be half a second, or noon. */
type Habits = { readonly hasResultsOfDay: boolean; readonly hasStartsDotted: boolean };

function habitsOf({ rows }: Table, mapping: TableMapping): Habits {
  const cellsOf = (field: TableField): string[] => rows.map(({ cells }) => cells[mapping.indexOf(field)] ?? '');
  const starts = cellsOf('start');
  return {
    hasResultsOfDay: hasPartsOfDay(cellsOf('result')),
    hasStartsDotted: !hasPartsOfDay(starts) && starts.some((cell) => /^(?:[1-9]|\d\d)\.\d\d$/.test(cell.trim())),
  };
}

type RowReader = {
  readonly habits: Habits;
  readonly line: number;
  readonly cell: (field: TableField) => string;
  /** Of all columns with that field. */
  readonly cells: (field: TableField) => readonly string[];
  /** The column that names are in. */
  readonly nameField: TableField;
  readonly blame: (code: FaultCode, field: TableField, other?: string) => void;
};

function rowReader(
  { line, cells }: TableRow,
  columns: readonly string[],
  mapping: TableMapping,
  habits: Habits,
  faults: TableFault[],
): RowReader {
  const cell = (field: TableField): string => (cells[mapping.indexOf(field)] ?? '').trim().slice(0, 300);
  return {
    habits,
    line,
    cell,
    cells: (field) => cells.filter((_, at) => mapping[at] === field),
    nameField: (['name', 'family', 'team', 'organisation'] as const).find((field) => mapping.includes(field)) ?? 'name',
    blame: (code, field, other) => {
      const column = columns[mapping.indexOf(field)] ?? null;
      faults.push(tableFault(code, { line, column, value: other ?? cell(field) }));
    },
  };
}

/** `above` is the row before, whose team a row without one belongs to. */
function understand(sheet: RowReader, kind: RowKind, above: RowReading | undefined): RowReading | null {
  const { line, cell } = sheet;
  const team = teamIn(sheet, kind, above);
  const name = nameIn(sheet, kind, team);
  if (name === null || team === undefined) return null;
  const mark = readMark(cell('status')) ?? readMark(cell('result')) ?? readMark(cell('rank')) ?? null;
  const time = timeIn(sheet, mark !== null);
  const bib = bibIn(sheet);
  if (time === null || bib === null) return null;
  return {
    line,
    unit: cell('unit') || (kind === 'member' && team === above?.team ? above.unit : null),
    team,
    leg: wholeNumber(sheet, 'leg'),
    members: kind === 'team' ? readMembers(sheet.cells('member')) : [],
    bib: bib ?? null,
    order: wholeNumber(sheet, 'order'),
    ...name,
    organisation: cell('organisation') || null,
    nation: cell('nation') || null,
    gender: genderIn(sheet),
    birth: birthIn(sheet),
    code: codeIn(sheet),
    start: startIn(sheet),
    resultMs: mark === null ? (time?.ms ?? null) : null,
    decimals: time?.decimals ?? 0,
    rank: mark === null ? wholeNumber(sheet, 'rank') : null,
    mark,
  };
}

/** Name of the team; null of a single athlete, undefined where it is missing and the row cannot be read. */
function teamIn(sheet: RowReader, kind: RowKind, above: RowReading | undefined): string | null | undefined {
  if (kind === 'athlete') return null;
  const { cell } = sheet;
  const written = cell('team') || (kind === 'team' ? cell('name') || cell('family') || cell('organisation') : '');
  if (/[\p{L}\p{N}]/u.test(written)) return written;
  // Many write a team once, and its members beneath.
  const goesOn = kind === 'member' && above !== undefined && above.team !== null;
  if (goesOn && [above.bib ?? '', ''].includes(cell('bib'))) return above.team;
  sheet.blame('team-missing', cell('team') === '' && kind === 'team' ? sheet.nameField : 'team');
  return undefined;
}

/** Null where it is missing. The row of a team may say nothing but its name. */
function nameIn(
  sheet: RowReader,
  kind: RowKind,
  team: string | null | undefined,
): Pick<RowReading, 'family' | 'given'> | null {
  const { cell } = sheet;
  if (kind === 'team') return { family: team ?? '', given: null };
  const name = cell('name') === '' ? { family: cell('family'), given: cell('given') || null } : splitName(cell('name'));
  if (/[\p{L}\p{N}]/u.test(name.family)) return name;
  if (kind === 'member' && cell('team') !== '') return { family: '', given: null };
  sheet.blame('name-missing', sheet.nameField);
  return null;
}

/** null: it is wrong, and the row with it. */
function timeIn(sheet: RowReader, isOut: boolean): { ms: number; decimals: number } | undefined | null {
  const written = sheet.cell('result');
  if (written === '' || /^[-–—]+$/.test(written) || readMark(written) !== undefined) return undefined;
  const time = readDuration(written, sheet.habits.hasResultsOfDay);
  if (time !== undefined || isOut) return time;
  sheet.blame('time-unreadable', 'result');
  return null;
}

/** null: it is wrong, and the row with it. */
function bibIn(sheet: RowReader): string | undefined | null {
  // A spreadsheet may write a number with a fraction of nothing.
  const bib = sheet.cell('bib').replace(/\.0+$/, '');
  if (bib === '') return undefined;
  if (/^[\p{L}\p{N}][\p{L}\p{N} ./_-]{0,11}$/u.test(bib)) return bib;
  sheet.blame('bib-unreadable', 'bib');
  return null;
}

function wholeNumber(sheet: RowReader, field: 'order' | 'rank' | 'leg'): number | null {
  const written = sheet.cell(field).replace(/[.)=º°]+$/, '');
  if (/^[1-9]\d{0,4}$/.test(written)) return Number(written);
  if (written !== '' && !/^[-–—]+$/.test(written) && readMark(written) === undefined)
    sheet.blame('number-unreadable', field);
  return null;
}

function genderIn(sheet: RowReader): RowReading['gender'] {
  const gender = readGender(sheet.cell('gender'));
  if (gender === undefined) sheet.blame('gender-unreadable', 'gender');
  return gender ?? null;
}

function birthIn(sheet: RowReader): string | null {
  const birth = readDate(sheet.cell('birth'));
  if (birth === undefined) sheet.blame('birth-unreadable', 'birth');
  return birth ?? null;
}

function codeIn(sheet: RowReader): string | null {
  const code = sheet.cell('code').toUpperCase();
  if (code === '') return null;
  if (/^[1-9A-Z][A-Z0-9]{0,19}$/.test(code)) return code;
  sheet.blame('code-unreadable', 'code');
  return null;
}

function startIn(sheet: RowReader): string | null {
  const start = readTimeOfDay(sheet.cell('start'), sheet.habits.hasStartsDotted);
  if (start === undefined) sheet.blame('start-unreadable', 'start');
  return start ?? null;
}

type Seen = { readonly bibs: Map<string, RowReading>; readonly names: Map<string, RowReading> };

/** Two rows of one unit with one bib cannot both be right, unless a team has it, and neither can one athlete twice; the first one holds. */
function isTwin(reading: RowReading, kind: RowKind, { bibs, names }: Seen, sheet: RowReader): boolean {
  const { bib, unit, team } = reading;
  const keyOfBib = `${unit} ${bib}`;
  const before = bib === null ? undefined : bibs.get(keyOfBib);
  if (before !== undefined && !(kind === 'member' && before.team === team)) {
    sheet.blame('bib-twice', 'bib', `${bib} (${before.line})`);
    return true;
  }
  const name = [unit, reading.family, reading.given, reading.organisation, reading.birth].join('|').toLowerCase();
  // One athlete may run several legs of a relay, but none of them twice.
  const inLeg = [name, team, reading.leg].join('|').toLowerCase();
  const isOfMember = kind === 'member';
  const isNamed = reading.family !== '';
  const namesake = isNamed ? (names.get(isOfMember ? inLeg : name) ?? names.get(name)) : undefined;
  if (namesake !== undefined && !(isOfMember && namesake.team === team && namesake.leg !== reading.leg)) {
    const isSame = isOfMember ? namesake.team === team : bib === null || namesake.bib === null;
    sheet.blame(isSame ? 'athlete-twice' : 'namesake', sheet.nameField);
    if (isSame) return true;
  }
  if (bib !== null && before === undefined) bibs.set(keyOfBib, reading);
  names.set(name, reading);
  if (isOfMember) names.set(inLeg, reading);
  return false;
}
