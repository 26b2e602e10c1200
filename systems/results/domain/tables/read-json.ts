import * as z from 'zod';
import { fieldOfTitle } from './column-titles.ts';
import { decodeText } from './decode-text.ts';
import { headedTable } from './headed-table.ts';
import { mostColumns, mostRows, refusal, type Table, type TableRefusal } from './table.ts';

const Objects = z.array(z.record(z.string(), z.unknown())).min(1);
const Lines = z.array(z.array(z.unknown())).min(1);

type Row = Readonly<Record<string, unknown>>;

/** How deep a list may lie in a document. */
const deepest = 4;

/**
 * Reads JSON: an array of objects, one deeper in a document (`{ "data": { "results": [ … ] } }`), objects by their ids, one
 * object on each line, or an array of arrays whose first one has the titles. A row's line is its place, from 1.
 */
export function readJson(bytes: Uint8Array): Table | TableRefusal {
  const { text, encoding } = decodeText(bytes);
  const value = parsed(text.replace(/^\uFEFF/, ''));
  if (value instanceof Error) {
    return refusal(
      `The file is no JSON: ${value.message.slice(0, 200)}`,
      'Put right that place, or send the list as CSV.',
    );
  }
  const lines = Lines.safeParse(value);
  if (lines.success) {
    const rows = lines.data.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) }));
    return tooMany(rows.length) ?? headedTable({ format: 'json', encoding, rows, notes: [] });
  }
  const objects = objectsIn(value, 0)?.map(flat);
  if (objects === undefined) {
    return refusal('The file holds no array of objects.', 'Write one: [{ "bib": 1, "name": "…" }, …].');
  }
  const columns = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  if (columns.length > mostColumns) {
    return refusal(`The table has ${columns.length} columns.`, `Leave at most ${mostColumns}.`);
  }
  const numbered = objects.map((row, at) => ({ line: at + 1, cells: columns.map((column) => cellText(row[column])) }));
  const filled = numbered.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) return refusal('The table has no rows.', 'Write one object for each athlete.');
  return tooMany(filled.length) ?? { ok: true, format: 'json', encoding, columns, rows: filled, notes: [] };
}

function tooMany(rows: number): TableRefusal | undefined {
  return rows > mostRows ? refusal(`The table has more than ${mostRows} rows.`, 'Send it in parts.') : undefined;
}

function parsed(text: string): unknown {
  const whole = parsedOrFault(text);
  if (!(whole instanceof Error)) return whole;
  // JSON Lines: an object on each.
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const each = lines.map(parsedOrFault);
  return each.some((value) => value instanceof Error) ? whole : each;
}

function parsedOrFault(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error : new Error('');
  }
}

/** The first list of objects in a document, in its upper levels first; or objects by their ids, as the rows of one. */
function objectsIn(value: unknown, depth: number): readonly Row[] | undefined {
  const rows = Objects.safeParse(value);
  if (rows.success) return rows.data;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === deepest) return undefined;
  const inner = Object.values(value) as unknown[];
  for (const each of inner) {
    const found = Objects.safeParse(each);
    if (found.success) return found.data;
  }
  const byId = Objects.safeParse(inner);
  if (byId.success && byId.data.length > 1 && byId.data.every(isRow)) return byId.data;
  return inner.map((each) => objectsIn(each, depth + 1)).find((found) => found !== undefined);
}

function isRow(row: Row): boolean {
  return Object.keys(row).some((key) => ['name', 'family', 'team'].includes(fieldOfTitle(key) ?? ''));
}

/** Objects in a row that say more than a name are told apart: `{ "athlete": { "name": …, "club": … } }`. */
function flat(row: Row): Row {
  const cells = new Map<string, unknown>();
  for (const [key, value] of Object.entries(row)) {
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
    if (!inner.some(([each]) => !['name', 'family', 'given', 'code'].includes(fieldOfTitle(each) ?? 'code'))) {
      cells.set(key, value);
      continue;
    }
    for (const [each, part] of inner)
      cells.set(each in row || cells.has(each) ? `${key} ${each}` : each, part as unknown);
  }
  return Object.fromEntries(cells);
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return '';
  // Members of a team are one below another.
  if (Array.isArray(value)) return value.map(cellText).join(' / ').slice(0, 2000);
  return nameIn(value) ?? JSON.stringify(value).slice(0, 500);
}

/** Somebody with a name of one or two parts, `Valla, Tero`. */
function nameIn(value: object): string | undefined {
  const told = Object.entries(value).map(([key, text]) => [fieldOfTitle(key), cellText(text)] as const);
  const part = (field: string): string => told.find(([each]) => each === field)?.[1] ?? '';
  const parts = [part('family'), part('given')].filter((text) => text !== '');
  const name = part('name') || parts.join(', ');
  return name === '' ? undefined : name;
}
