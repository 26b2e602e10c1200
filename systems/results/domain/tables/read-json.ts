import * as z from 'zod';
import { fieldOfTitle } from './column-titles.ts';
import { decodeText } from './decode-text.ts';
import { mostColumns, mostRows, refusal, type Table, type TableRefusal } from './table.ts';

const Rows = z.array(z.record(z.string(), z.unknown()));

/**
 * Reads JSON: an array of objects, or an object with one such array in it (`{ "results": [ … ] }`). A row's line is its
 * place in the array, from 1.
 */
export function readJson(bytes: Uint8Array): Table | TableRefusal {
  const { text, encoding } = decodeText(bytes);
  const rows = rowsIn(text);
  if (typeof rows === 'string') return refusal(rows, 'Write an array of objects: [{ "bib": 1, "name": "…" }, …].');
  if (rows.length > mostRows) return refusal(`The table has more than ${mostRows} rows.`, 'Send it in parts.');
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length > mostColumns) {
    return refusal(`The table has ${columns.length} columns.`, `Leave at most ${mostColumns}.`);
  }
  const numbered = rows.map((row, at) => ({ line: at + 1, cells: columns.map((column) => cellText(row[column])) }));
  const filled = numbered.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) return refusal('The table has no rows.', 'Write one object for each athlete.');
  return { ok: true, format: 'json', encoding, columns, rows: filled, notes: [] };
}

function rowsIn(text: string): z.infer<typeof Rows> | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return `The file is no JSON: ${error instanceof Error ? error.message.slice(0, 200) : ''}`;
  }
  const candidates = typeof value === 'object' && value !== null ? [value, ...(Object.values(value) as unknown[])] : [];
  for (const candidate of candidates) {
    const rows = Rows.safeParse(candidate);
    if (rows.success && rows.data.length > 0) return rows.data;
  }
  return 'The file holds no array of objects.';
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
