import type { TableFault } from '../../contract/tables.ts';

type Told = { readonly severity: TableFault['severity']; readonly message: string; readonly remedy: string };

/** Every fault of tables in English; the pages have the same in the reader's language, by code. */
const told = {
  formulas: {
    severity: 'warning',
    message: 'The sheet has {value} formulas; their values as last computed were taken.',
    remedy: 'If one looks old, open the file, let it compute, and save it.',
  },
  merged: {
    severity: 'warning',
    message: 'The cells {value} are merged; their value was taken for each of them.',
    remedy: 'Check these rows.',
  },
  ragged: {
    severity: 'warning',
    message: 'The row has more cells than there are columns.',
    remedy: 'Check that no delimiter stands inside a text without quotes.',
  },
  'no-titles': {
    severity: 'warning',
    message: 'The columns have no titles; what they say was guessed from what stands in them.',
    remedy: 'Choose above each column what it says.',
  },
  'no-name-column': {
    severity: 'error',
    message: 'No column has the names.',
    remedy: 'Choose “Name” or “Family name” above the column that has them.',
  },
  'team-missing': {
    severity: 'error',
    message: 'The row has no team.',
    remedy: 'Write the team into the row of each member, or take the row out.',
  },
  'members-missing': {
    severity: 'warning',
    message: 'The team has no members; it is written without them.',
    remedy: 'Import the list once more when they are known.',
  },
  'legs-added': {
    severity: 'warning',
    message: 'The members of “{value}” have times of their own: they are taken for legs, and added up.',
    remedy: 'If they are times since the start, write the time of the team into each row instead.',
  },
  'leg-times-missing': {
    severity: 'warning',
    message: 'Not every member of “{value}” has a time; the team has none.',
    remedy: 'Write the time of the team into the row of each member.',
  },
  'total-row': {
    severity: 'warning',
    message: '“{value}” is the row of a total; it is left out.',
    remedy: 'If it is an athlete, give the row a bib.',
  },
  sheets: {
    severity: 'warning',
    message: 'The workbook has {value} sheets; the first one was read.',
    remedy: 'If the list is in another one, move that to the front, or save it as a file of its own.',
  },
  'name-missing': {
    severity: 'error',
    message: 'The row has no name.',
    remedy: 'Write the name, or take the row out.',
  },
  'time-unreadable': {
    severity: 'error',
    message: '“{value}” is no time.',
    remedy: 'Write it as 1:02.3, 62.3 or 01:02:03.45, or DNF, DNS, DSQ.',
  },
  'bib-unreadable': {
    severity: 'error',
    message: '“{value}” is no bib.',
    remedy: 'Write up to 12 letters and digits.',
  },
  'bib-twice': {
    severity: 'error',
    message: 'The bib {value} is there twice; the row before holds.',
    remedy: 'Give each athlete a bib of their own.',
  },
  'athlete-twice': {
    severity: 'error',
    message: '{value} is there twice, and the rows have no two bibs.',
    remedy: 'Take one row out, or tell them apart by bib, year of birth or club.',
  },
  namesake: {
    severity: 'warning',
    message: '{value} is there twice with different bibs; they are taken for two people.',
    remedy: 'If it is one person, take one row out.',
  },
  'gender-unreadable': {
    severity: 'warning',
    message: '“{value}” is no gender; it is left open.',
    remedy: 'Write M or F.',
  },
  'birth-unreadable': {
    severity: 'warning',
    message: '“{value}” is no date or year of birth; it is left out.',
    remedy: 'Write 1998 or 1998-03-21.',
  },
  'code-unreadable': {
    severity: 'warning',
    message: '“{value}” is no code; one is made.',
    remedy: 'Write up to 20 capital letters and digits that do not begin with 0.',
  },
  'start-unreadable': {
    severity: 'warning',
    message: '“{value}” is no time of day; it is left out.',
    remedy: 'Write 10:05 or 10:05:30.',
  },
  'no-code-left': {
    severity: 'error',
    message: 'No code is left for “{value}”: too many in the list look the same.',
    remedy: 'Give each a name of its own, or write codes into a column.',
  },
  'too-many-units': {
    severity: 'error',
    message: 'The column of heats or runs has {value} different values; a list may have up to 500.',
    remedy: 'Choose the column that names them, or leave it out.',
  },
  'number-unreadable': {
    severity: 'warning',
    message: '“{value}” is no whole number; it is left out.',
    remedy: 'Write 1, 2, 3…',
  },
} as const satisfies Readonly<Record<string, Told>>;

export type FaultCode = keyof typeof told;

/** A fault with its words. */
export function tableFault(
  code: FaultCode,
  { line = null, column = null, value = null }: Partial<Pick<TableFault, 'line' | 'column' | 'value'>>,
): TableFault {
  const { severity, message, remedy } = told[code];
  const shown = (value ?? '').slice(0, 80);
  return { code, severity, line, column, value: shown, message: message.replace('{value}', shown), remedy };
}
