import type { LocalName } from '../contract/index.ts';
import discipline from './code-tables/discipline.json' with { type: 'json' };
import functions from './code-tables/function.json' with { type: 'json' };
import phase from './code-tables/phase.json' with { type: 'json' };

type Table = Readonly<Record<string, LocalName>>;

const tables: Readonly<Record<string, Table>> = { discipline, phase, function: functions };

/**
 * The product's own plain name of a code, in twelve languages: of winter disciplines, phases and functions. Imported
 * tables go over it.
 */
export function builtInName(kind: string, code: string): LocalName | undefined {
  const table = tables[kind];
  return table !== undefined && Object.hasOwn(table, code) ? table[code] : undefined;
}
