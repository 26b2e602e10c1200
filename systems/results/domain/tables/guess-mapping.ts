import type { TableField, TableMapping } from '../../contract/tables.ts';
import { fieldOfTitle, fieldsOfTitle } from './column-titles.ts';
import { readDuration } from './read-duration.ts';
import type { Table } from './table.ts';
import { namesUnits } from './unit-codes.ts';

type Columns = Pick<Table, 'columns' | 'rows'>;

/**
 * What each column seems to say: by its title; where titles say nothing of a name, by what stands in it. No field but
 * `member` is given to two columns. "Nome" is a whole name, unless another column has the family name.
 */
export function guessMapping(table: Columns): TableMapping {
  const { columns, rows } = table;
  const titled = withTeam(
    table,
    columns.map((title, at) => fieldOfColumn(table, title, at)),
  );
  const has = (field: TableField): boolean => titled.includes(field);
  const mapping = titled.map((field, at): TableField | null => {
    if (field === 'member') return field;
    if (field !== null && titled.indexOf(field) !== at) return null;
    if (field === 'given' && !has('family') && !has('name')) return 'name';
    if (field === 'family' && !has('given') && !has('name')) return 'name';
    if (field === 'name' && has('family') && !has('given')) return 'given';
    if (field === 'name' && has('given') && !has('family')) return 'family';
    if (field === 'name' && has('given') && has('family')) return null;
    return field;
  });
  // In a row of a team "Name" is the team's.
  if (has('member')) return mapping.map((field) => (field === 'name' ? (has('team') ? null : 'team') : field));
  const isNamed = mapping.some((field) => field === 'name' || field === 'family' || field === 'team');
  return isNamed ? mapping : guessByContent(mapping, rows);
}

/** What a title says, as far as the cells beneath it do not speak against it. */
function fieldOfColumn({ columns, rows }: Columns, title: string, at: number): TableField | null {
  const field = fieldOfTitle(title) ?? null;
  const hasOrder = (): boolean => columns.some((each) => fieldOfTitle(each) === 'order');
  const cells = cellsOf(rows, at);
  if (field === 'start' && cells.every(isSmallNumber) && !hasOrder()) return 'order';
  if (field === 'leg' && !cells.every(isSmallNumber)) return null;
  if (field === 'unit' && !namesUnits(title, cells)) return null;
  // A list of what each did has one column of names: "Athletes" is a title of it.
  if (field === 'member' && !/\d/.test(title) && !cells.some((cell) => /[/;\n]|,.*,/.test(cell))) {
    const others = columns.filter((each, place) => place !== at && fieldOfTitle(each) === 'member');
    return others.length === 0 && !columns.some((each) => fieldOfTitle(each) === 'name') ? 'name' : field;
  }
  return field;
}

/** In a list of teams, "Team" or "Club" says which one. */
function withTeam({ columns, rows }: Columns, titled: TableMapping): TableMapping {
  const maySayTeam = columns.map((title) => fieldsOfTitle(title).includes('team'));
  const at = titled.includes('team') ? titled.indexOf('team') : maySayTeam.indexOf(true);
  const isOfTeams = titled.some((field) => field === 'member' || field === 'leg' || field === 'team');
  if (at === -1 || !(isOfTeams || haveBibsTogether(rows, titled.indexOf('bib'), at))) return titled;
  return titled.map((field, place) => (place === at ? 'team' : field));
}

/** Most rows share their bib with others, always with those of the same team. */
function haveBibsTogether(rows: Table['rows'], bibAt: number, teamAt: number): boolean {
  if (bibAt === -1) return false;
  const first = rows.slice(0, 200).map(({ cells }) => ({ bib: cells[bibAt] ?? '', team: cells[teamAt] ?? '' }));
  const byBib = Map.groupBy(
    first.filter(({ bib }) => bib !== ''),
    ({ bib }) => bib,
  );
  const isOneTeam = [...byBib.values()].every((each) => each.every(({ team }) => team === each[0]?.team));
  const together = [...byBib.values()].filter(({ length }) => length > 1).reduce((sum, each) => sum + each.length, 0);
  return isOneTeam && together > first.length / 2;
}

function guessByContent(titled: TableMapping, rows: Table['rows']): TableMapping {
  const mapping = [...titled];
  const free = (field: TableField, at: number): boolean => mapping[at] === null && !mapping.includes(field);
  titled.forEach((_, at) => {
    const cells = cellsOf(rows, at);
    const all = (test: (cell: string) => boolean): boolean => cells.length > 0 && cells.every(test);
    if (free('bib', at) && all((cell) => /^\d{1,5}$/.test(cell)) && new Set(cells).size === cells.length)
      mapping[at] = 'bib';
    else if (free('gender', at) && all((cell) => /^[MFWHD]$/i.test(cell))) mapping[at] = 'gender';
    else if (free('nation', at) && all((cell) => /^[A-Z]{3}$/.test(cell))) mapping[at] = 'nation';
    else if (free('birth', at) && all((cell) => /^(19|20)\d\d$/.test(cell))) mapping[at] = 'birth';
    else if (free('result', at) && all((cell) => /[:.,]/.test(cell) && readDuration(cell) !== undefined))
      mapping[at] = 'result';
    else if (free('name', at) && all((cell) => /\p{L}{2}/u.test(cell))) mapping[at] = 'name';
    else if (free('organisation', at) && mapping.includes('name') && all((cell) => /\p{L}/u.test(cell)))
      mapping[at] = 'organisation';
  });
  return mapping;
}

/** What stands in a column, in the first rows. */
function cellsOf(rows: Table['rows'], at: number): string[] {
  return rows
    .slice(0, 50)
    .map(({ cells }) => cells[at] ?? '')
    .filter((cell) => cell !== '');
}

/** "Start" may be the time or the place in the order. */
function isSmallNumber(cell: string): boolean {
  return /^\d{1,4}$/.test(cell);
}
