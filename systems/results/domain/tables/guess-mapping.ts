import type { TableField, TableMapping } from '../../contract/tables.ts';
import { fieldOfTitle } from './column-titles.ts';
import { readDuration } from './read-duration.ts';
import type { Table } from './table.ts';

/**
 * What each column seems to say: by its title; where titles say nothing of a name, by what stands in it. No field is
 * given to two columns. "Nome" is a whole name, unless another column has the family name.
 */
export function guessMapping({ columns, rows }: Pick<Table, 'columns' | 'rows'>): TableMapping {
  const titled = columns.map((title, at) => {
    const field = fieldOfTitle(title) ?? null;
    return field === 'start' && isOrder(rows, at) && !columns.some((each) => fieldOfTitle(each) === 'order')
      ? 'order'
      : field;
  });
  const has = (field: TableField): boolean => titled.includes(field);
  const mapping = titled.map((field, at): TableField | null => {
    if (field !== null && titled.indexOf(field) !== at) return null;
    if (field === 'given' && !has('family') && !has('name')) return 'name';
    if (field === 'family' && !has('given') && !has('name')) return 'name';
    if (field === 'name' && has('family') && !has('given')) return 'given';
    if (field === 'name' && has('given') && !has('family')) return 'family';
    if (field === 'name' && has('given') && has('family')) return null;
    return field;
  });
  return mapping.some((field) => field === 'name' || field === 'family') ? mapping : guessByContent(mapping, rows);
}

function guessByContent(titled: TableMapping, rows: Table['rows']): TableMapping {
  const mapping = [...titled];
  const first = rows.slice(0, 50);
  const free = (field: TableField, at: number): boolean => mapping[at] === null && !mapping.includes(field);
  titled.forEach((_, at) => {
    const cells = first.map(({ cells: each }) => each[at] ?? '').filter((cell) => cell !== '');
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

/** "Start" may be the time or the place in the order. */
function isOrder(rows: Table['rows'], at: number): boolean {
  return rows.slice(0, 50).every(({ cells }) => /^\d{0,4}$/.test(cells[at] ?? ''));
}
