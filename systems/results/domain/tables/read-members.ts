import type { MemberReading } from '../../contract/tables.ts';
import { splitName } from './split-name.ts';

const nobody = { bib: null, nation: null, gender: null, birth: null, code: null, leg: null, resultMs: null };

/**
 * The members of a team that the cells of its row name, in their order: one in each cell, or several in one, parted by
 * `/`, `;`, `+`, line breaks, or by commas where there are two or more (`Valla, Tero` is one person).
 */
export function readMembers(cells: readonly string[]): MemberReading[] {
  const names = cells.flatMap((cell) => {
    const parts = cell.split(/\s*[/;+\n\r|]\s*/);
    return parts.length === 1 && cell.split(/[,，、]/).length > 2 ? cell.split(/\s*[,，、]\s*/) : parts;
  });
  return names
    .map((name) => name.replace(/^\s*\d{1,2}\s*[.):-]\s*/, '').trim())
    .filter((name) => /\p{L}/u.test(name))
    .map((name) => ({ ...nobody, ...splitName(name.slice(0, 200)) }));
}
