import { sql, type Database } from '@altis/database';
import { minTypoLetters, withinOneEdit, type Clause, type Query, type WordClause } from '@altis/lexical-search';
import type { IndexTables } from './index-tables.ts';
import { lastCharacter, type TermStatistics } from './term-statistics.ts';

/** A typed word that no document has, and the words searched for in its place. */
export type Correction = { readonly typed: string; readonly found: readonly string[] };

/** Gives every word of five or more letters that no document has the known words one edit away from it. */
export async function correctTypos<Tables>(
  db: Database<Tables>,
  tables: IndexTables,
  query: Query,
  { documentsWith }: TermStatistics,
): Promise<{ query: Query; corrections: Correction[] }> {
  const corrections: Correction[] = [];
  const clauses: Clause[] = [];
  for (const clause of query.clauses) {
    const found = isUnknown(clause, documentsWith) ? await wordsNear(db, tables, clause.written) : [];
    if (clause.kind !== 'word' || found.length === 0) clauses.push(clause);
    else {
      corrections.push({ typed: clause.written, found });
      const alternatives = found.map((term) => ({ term, weight: correctedWeight, prefix: false }));
      clauses.push({ ...clause, alternatives: [...clause.alternatives, ...alternatives] });
    }
  }
  return { query: { clauses }, corrections };
}

const correctedWeight = 0.5;

function isUnknown(clause: Clause, documentsWith: ReadonlyMap<string, number>): clause is WordClause {
  if (clause.kind !== 'word' || !clause.required) return false;
  if (Array.from(clause.written).length < minTypoLetters || !/^\p{L}+$/u.test(clause.written)) return false;
  return clause.alternatives.every(({ term, prefix }) => !documentsWith.get(prefix ? `${term}*` : term));
}

/** The most frequent known words one edit away. One edit leaves either half of a word intact, or swaps its middle. */
async function wordsNear<Tables>(db: Database<Tables>, tables: IndexTables, word: string): Promise<string[]> {
  const letters = Array.from(word);
  const middle = Math.floor(letters.length / 2);
  const start = letters.slice(0, middle).join('');
  const end = letters.slice(middle).reverse().join('');
  const swapped = letters
    .with(middle - 1, letters[middle] ?? '')
    .with(middle, letters[middle - 1] ?? '')
    .join('');
  const { rows } = await sql<{ term: string }>`
    select term from (
      (select term, documents from ${tables.terms}
        where term >= ${start} and term < ${start + lastCharacter} limit ${mostCandidates})
      union
      (select term, documents from ${tables.terms}
        where reverse(term) >= ${end} and reverse(term) < ${end + lastCharacter} limit ${mostCandidates})
      union
      (select term, documents from ${tables.terms} where term = ${swapped})
    ) as near
    where documents > 0 and char_length(term) between ${letters.length - 1} and ${letters.length + 1}
    order by documents desc, term`.execute(db);
  return rows
    .map((row) => row.term)
    .filter((term) => withinOneEdit(word, term))
    .slice(0, mostCorrections);
}

const mostCandidates = 10_000;
const mostCorrections = 5;
