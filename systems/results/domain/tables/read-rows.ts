import type { RowReading, TableFault, TableField, TableMapping } from '../../contract/tables.ts';
import { readDate } from './read-date.ts';
import { readDuration } from './read-duration.ts';
import { readGender, readMark } from './read-words.ts';
import { splitName } from './split-name.ts';
import { tableFault, type FaultCode } from './table-faults.ts';
import type { Table, TableRow } from './table.ts';

export type RowsReading = {
  /** Of each row, how it is understood; null where it is left out. */
  readonly rows: readonly { readonly row: TableRow; readonly reading: RowReading | null }[];
  readonly faults: readonly TableFault[];
};

/** Understands the rows of a table by a mapping. Rows with errors are left out, and each says what is wrong in which column. */
export function readRows(table: Table, mapping: TableMapping): RowsReading {
  const faults: TableFault[] = table.notes.map(({ code, line, value }) => tableFault(code, { line, value }));
  const names = mapping.some((field) => field === 'name' || field === 'family');
  if (!names) {
    faults.push(tableFault('no-name-column', {}));
    return { rows: table.rows.map((row) => ({ row, reading: null })), faults };
  }
  const seen = { bibs: new Map<string, number>(), names: new Map<string, RowReading>() };
  const rows = table.rows.map((row) => {
    const sheet = rowReader(row, table.columns, mapping, faults);
    const reading = understand(sheet);
    if (reading === null || isTwin(reading, seen, sheet)) return { row, reading: null };
    return { row, reading };
  });
  return { rows, faults };
}

type RowReader = {
  readonly line: number;
  readonly cell: (field: TableField) => string;
  /** The column that names are in. */
  readonly nameField: TableField;
  readonly blame: (code: FaultCode, field: TableField, other?: string) => void;
};

function rowReader(
  { line, cells }: TableRow,
  columns: readonly string[],
  mapping: TableMapping,
  faults: TableFault[],
): RowReader {
  const cell = (field: TableField): string => (cells[mapping.indexOf(field)] ?? '').trim().slice(0, 300);
  return {
    line,
    cell,
    nameField: mapping.includes('name') ? 'name' : 'family',
    blame: (code, field, other) => {
      const column = columns[mapping.indexOf(field)] ?? null;
      faults.push(tableFault(code, { line, column, value: other ?? cell(field) }));
    },
  };
}

function understand(sheet: RowReader): RowReading | null {
  const { line, cell } = sheet;
  const name = cell('name') === '' ? { family: cell('family'), given: cell('given') || null } : splitName(cell('name'));
  if (!/[\p{L}\p{N}]/u.test(name.family)) {
    sheet.blame('name-missing', sheet.nameField);
    return null;
  }
  const mark = readMark(cell('status')) ?? readMark(cell('result')) ?? readMark(cell('rank')) ?? null;
  const time = timeIn(sheet, mark !== null);
  const bib = bibIn(sheet);
  if (time === null || bib === null) return null;
  return {
    line,
    bib: bib ?? null,
    order: wholeNumber(sheet, 'order'),
    family: name.family,
    given: name.given,
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

/** null: it is wrong, and the row with it. */
function timeIn(sheet: RowReader, isOut: boolean): { ms: number; decimals: number } | undefined | null {
  const written = sheet.cell('result');
  if (written === '' || /^[-–—]+$/.test(written) || readMark(written) !== undefined) return undefined;
  const time = readDuration(written);
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

function wholeNumber(sheet: RowReader, field: 'order' | 'rank'): number | null {
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
  const written = sheet.cell('start');
  if (written === '') return null;
  const [, hour, minute, second = '00'] =
    /^(?:\d{4}-\d\d-\d\d[T ])?(\d{1,2})[:.hH](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*(?:h|Uhr)?$/.exec(written) ?? [];
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60) {
    return `${hour.padStart(2, '0')}:${minute}:${second}`;
  }
  sheet.blame('start-unreadable', 'start');
  return null;
}

/** Two rows with one bib cannot both be right, and neither can one athlete twice; the first one holds. */
function isTwin(
  reading: RowReading,
  { bibs, names }: { bibs: Map<string, number>; names: Map<string, RowReading> },
  sheet: RowReader,
): boolean {
  const before = reading.bib === null ? undefined : bibs.get(reading.bib);
  if (before !== undefined) {
    sheet.blame('bib-twice', 'bib', `${reading.bib} (${before})`);
    return true;
  }
  const name = [reading.family, reading.given, reading.organisation, reading.birth].join('|').toLowerCase();
  const namesake = names.get(name);
  if (namesake !== undefined) {
    const isSame = reading.bib === null || namesake.bib === null;
    sheet.blame(isSame ? 'athlete-twice' : 'namesake', sheet.nameField);
    if (isSame) return true;
  }
  if (reading.bib !== null) bibs.set(reading.bib, reading.line);
  names.set(name, reading);
  return false;
}
