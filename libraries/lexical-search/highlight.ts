import type { Clause, PhraseClause, Query } from './parse-query.ts';
import { tokenise, type Token, type TokeniseOptions } from './tokenise.ts';

/** A stretch of the original text, in UTF-16 units, end exclusive: `text.slice(start, end)`. */
export type Range = { readonly start: number; readonly end: number };

/** Where the words of the query stand in a text: ascending, never overlapping. */
export function highlight(text: string, query: Query, options: TokeniseOptions = {}): Range[] {
  return highlightTokens(tokenise(text, options), query);
}

/** The same for a text that is split into tokens already, as by a tokeniser for many texts. */
export function highlightTokens(tokens: readonly Token[], query: Query): Range[] {
  return merge(query.clauses.flatMap((clause) => rangesOf(clause, tokens)));
}

function rangesOf(clause: Clause, tokens: readonly Token[]): Range[] {
  if (clause.kind === 'phrase') return phraseRanges(clause, tokens);
  const terms = new Set(clause.alternatives.filter((each) => !each.prefix).map((each) => each.term));
  const prefixes = clause.alternatives.filter((each) => each.prefix).map((each) => each.term);
  return tokens.filter((token) => terms.has(token.term) || prefixes.some((prefix) => token.term.startsWith(prefix)));
}

function phraseRanges(phrase: PhraseClause, tokens: readonly Token[]): Range[] {
  const places = new Map(tokens.map((token) => [`${token.position} ${token.term}`, token]));
  return tokens.flatMap((token) => {
    if (token.term !== phrase.terms[0]?.term) return [];
    const origin = token.position - phrase.terms[0].offset;
    const found = phrase.terms.map((each) => places.get(`${origin + each.offset} ${each.term}`));
    const last = found.at(-1);
    return last && found.every(Boolean) ? [{ start: token.start, end: last.end }] : [];
  });
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
