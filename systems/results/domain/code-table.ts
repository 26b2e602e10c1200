import { odfElement, type OdfElement } from '@altis/odf';
import Papa from 'papaparse';
import { codeKind } from './code-set.ts';

export type CodeTable =
  | { readonly ok: true; readonly codes: readonly OdfElement[] }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

const remedy =
  'Write a first row with the names of the columns: Id (or Code; for tables of a discipline Discipline, Gender, Event, phase, Eventunit), then "ENG Description", "FRA Description"…';

/**
 * Reads a code table from CSV, as its `CodeSet` elements for DT_CODES. Columns may be in any order: the code in `Id`, `Code`
 * or the column of the table's own name, the texts in `<language> Description`, `<language> longdescription` and
 * `<language> <anything> Description` (the short one). A column `Description` alone is English.
 */
export function readCodeTable(table: string, csv: string): CodeTable {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
    transform: (value) => value.trim(),
  });
  const fault = errors.find(({ type }) => type === 'Quotes');
  if (fault !== undefined) {
    return {
      ok: false,
      message: `Row ${(fault.row ?? 0) + 2} of the table ${table} has a quote too many or too few.`,
      remedy,
    };
  }
  const kind = codeKind(table);
  const column = codeColumn(kind, meta.fields ?? []);
  const texts = textColumns(meta.fields ?? []);
  if (column === undefined || texts.length === 0) {
    const missing = column === undefined ? 'column of codes' : 'column of descriptions';
    return { ok: false, message: `The table ${table} has no ${missing}.`, remedy };
  }
  const codes = data.filter((row) => (row[column] ?? '') !== '').map((row) => codeSet(row, { table, column, texts }));
  return codes.length > 0 ? { ok: true, codes } : { ok: false, message: `The table ${table} has no rows.`, remedy };
}

type TextColumn = { readonly name: string; readonly language: string; readonly form: string };

/** The columns that make one code of a table of its own, the last one first. */
const ownColumns: Readonly<Record<string, string>> = {
  event: 'event',
  phase: 'phase',
  unit: 'eventunit',
  function: 'function',
  'record-type': 'recordtype',
  'discipline-gender': 'gender',
};

function codeColumn(kind: string, fields: readonly string[]): string | undefined {
  return [ownColumns[kind], 'id', 'code'].find((name) => name !== undefined && fields.includes(name));
}

function textColumns(fields: readonly string[]): TextColumn[] {
  return fields.flatMap((name): TextColumn[] => {
    if (name === 'description') return [{ name, language: 'ENG', form: 'Description' }];
    const [, language, kind] = /^([a-z]{3}) (.*)description$/.exec(name) ?? [];
    if (language === undefined || kind === undefined) return [];
    const form = kind === '' ? 'Description' : kind === 'long' ? 'LongDescription' : 'ShortDescription';
    return [{ name, language: language.toUpperCase(), form }];
  });
}

function codeSet(
  row: Readonly<Record<string, string>>,
  { table, column, texts }: { readonly table: string; readonly column: string; readonly texts: readonly TextColumn[] },
): OdfElement {
  const byLanguage = new Map<string, Record<string, string>>();
  for (const { name, language, form } of texts) {
    const text = row[name] ?? '';
    if (text !== '') byLanguage.set(language, { ...byLanguage.get(language), [form]: text });
  }
  const descriptions = Array.from(byLanguage, ([language, forms]) =>
    odfElement('Language', { Language: language, ...forms }),
  );
  const part = (name: string) => (row[name] ?? '') || undefined;
  const place = {
    Discipline: part('discipline'),
    Gender: part('gender'),
    Event: part('event'),
    Phase: part('phase'),
    EventUnit: part('eventunit'),
  };
  // A table of many kinds, such as that of the codes of sports, says in each row of which it is.
  return odfElement('CodeSet', { Code: row[column], Type: part('code_entity') ?? table, ...place }, descriptions);
}
