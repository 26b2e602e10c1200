import { type Part, type Span, splitWords } from './split-words.ts';
import { isStopWord } from './stop-words.ts';
import { formsOf, joinParts, derivedWeights, toTerm } from './tokenise.ts';

/** What a person typed. A document matches when it has every required clause; the others only lift its score. */
export type Query = { readonly clauses: readonly Clause[] };

export type Clause = WordClause | PhraseClause;

/** Any one of the alternatives fulfils the clause; `written` is the word as typed, folded. */
export type WordClause = {
  readonly kind: 'word';
  readonly written: string;
  readonly alternatives: readonly Alternative[];
  readonly required: boolean;
};

/** Terms that must stand at these distances from the first one. */
export type PhraseClause = {
  readonly kind: 'phrase';
  readonly terms: readonly { readonly term: string; readonly offset: number }[];
  readonly required: true;
};

/** `weight` (0–1] lowers a derived or guessed form; `prefix` matches every term that begins so. */
export type Alternative = { readonly term: string; readonly weight: number; readonly prefix: boolean };

/** More clauses than this are dropped: no one types them, and each costs an index look-up. */
const maxClauses = 24;

/**
 * Reads a typed query: words (all required, except stop words), `"exact phrases"`, and the last word, when no space
 * follows it, as a beginning (`toron` finds Toronto). Never throws: whatever is no word is ignored.
 */
export function parseQuery(text: string, options: QueryOptions = {}): Query {
  const clauses: Clause[] = [];
  for (const { quoted, part, endsText } of splitQuotes(text.slice(0, maxQueryLength))) {
    if (clauses.length >= maxClauses) break;
    if (quoted) pushPhrase(clauses, part);
    else pushWords(clauses, part, endsText ? (options.shortestPrefix ?? 2) : Infinity);
  }
  return { clauses: requireSomething(distinctClauses(clauses)).slice(0, maxClauses) };
}

/** `shortestPrefix`: letters from which on the unfinished last word counts as a beginning; by default 2. */
export type QueryOptions = { readonly shortestPrefix?: number };

const maxQueryLength = 1000;

function splitQuotes(text: string): { quoted: boolean; part: string; endsText: boolean }[] {
  const pieces = text.split(/["“”„«»「」『』]/);
  // An opening quote without a closing one is an ordinary character.
  const closed = pieces.length % 2 === 0 ? pieces.length - 1 : pieces.length;
  return pieces.map((part, index) => ({
    quoted: index % 2 === 1 && index < closed,
    part,
    endsText: index === pieces.length - 1,
  }));
}

function pushWords(clauses: Clause[], text: string, shortestPrefix: number): void {
  for (const span of splitWords(text)) {
    if (clauses.length >= maxClauses) return;
    if (span.kind === 'characters') pushCharacters(clauses, span);
    else pushWord(clauses, text, span, span.end === text.length ? shortestPrefix : Infinity);
  }
}

function pushWord(clauses: Clause[], text: string, span: Span, shortestPrefix: number): void {
  const joined = joinParts(span.parts);
  const parts = span.parts.filter((part, index) => !isElision(text, span.parts, part, index));
  for (const [index, part] of parts.entries()) {
    const [written, ...derived] = formsOf(part.text, {});
    if (!written?.term) continue;
    const alternatives = [written, ...derived].map(({ term, weight }) => ({ term, weight, prefix: false }));
    if (joined) alternatives.push({ term: joined, weight: derivedWeights.joined, prefix: false });
    const isBeginning = index === parts.length - 1 && written.term.length >= shortestPrefix;
    if (isBeginning && /\p{L}/u.test(written.term)) {
      alternatives.push({ term: written.term, weight: prefixWeight, prefix: true });
    }
    clauses.push({ kind: 'word', written: written.term, alternatives, required: !isStopWord(written.term) });
  }
}

const prefixWeight = 0.8;

/** The short half of a word with an apostrophe: French and Italian articles (`l'`, `dell'`), the English `'s`. */
function isElision(text: string, parts: readonly Part[], part: Part, index: number): boolean {
  if (parts.length < 2) return false;
  const joint = index === parts.length - 1 ? (parts[index - 1]?.end ?? 0) : part.end;
  if (text[joint] === '-' || /[\u2010\u2011\uff0d]/.test(text[joint] ?? '')) return false;
  return part.text.length === 1 || (index === 0 && elisions.has(part.text.toLowerCase()));
}

const elisions = new Set(['qu', 'un', 'all', 'dall', 'dell', 'nell', 'sull', 'quell', 'lorsqu', 'jusqu', 'gl']);

/** Pairs inside a word are required; a pair across two words only lifts the score, since text may have more between. */
function pushCharacters(clauses: Clause[], span: Span): void {
  const folded = span.parts.map((part) => toTerm(part.text));
  let start = 0;
  for (const end of wordEnds(span)) {
    for (let index = start; index < end - 1; index += 1) {
      clauses.push(plainClause((folded[index] ?? '') + (folded[index + 1] ?? ''), true));
    }
    if (end - start === 1) clauses.push(plainClause(folded[start] ?? '', !isStopWord(folded[start] ?? '')));
    if (end < folded.length) clauses.push(plainClause((folded[end - 1] ?? '') + (folded[end] ?? ''), false));
    start = end;
  }
}

/** Ends of the words in a run, as indices into its parts. Single characters in a row are one unknown word: a name. */
function wordEnds(span: Span): number[] {
  const text = span.parts.map((part) => part.text).join('');
  const ends: number[] = [];
  let length = 0;
  let part = 0;
  let isAfterSingle = false;
  for (const { segment } of segmenter.segment(text)) {
    const begin = part;
    const target = length + segment.length;
    while (part < span.parts.length && length < target) length += span.parts[part++]?.text.length ?? 0;
    const isSingle = part - begin === 1 && !isStopWord(toTerm(segment));
    if (isSingle && isAfterSingle) ends.pop();
    if (part > begin) ends.push(part);
    isAfterSingle = isSingle;
  }
  return ends;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function pushPhrase(clauses: Clause[], text: string): void {
  const terms: { term: string; offset: number }[] = [];
  let position = 0;
  for (const span of splitWords(text)) {
    const folded = span.parts.map((part) => toTerm(part.text));
    const isPairs = span.kind === 'characters' && folded.length > 1;
    for (let index = 0; index < folded.length - (isPairs ? 1 : 0); index += 1) {
      const term = (folded[index] ?? '') + (isPairs ? (folded[index + 1] ?? '') : '');
      if (term) terms.push({ term, offset: position + index });
    }
    position += folded.length;
  }
  const [first] = terms;
  if (!first) return;
  if (terms.length === 1) clauses.push(plainClause(first.term, true));
  else clauses.push({ kind: 'phrase', terms: terms.slice(0, maxClauses), required: true });
}

function plainClause(term: string, required: boolean): WordClause {
  return { kind: 'word', written: term, alternatives: [{ term, weight: 1, prefix: false }], required };
}

function distinctClauses(clauses: readonly Clause[]): Clause[] {
  const byText = new Map<string, Clause>();
  for (const clause of clauses) {
    const key = clause.kind === 'word' ? clause.written : clause.terms.map((each) => each.term).join(' ');
    const known = byText.get(key);
    if (!known || (!known.required && clause.required)) byText.set(key, clause);
  }
  return [...byText.values()];
}

/** A query of nothing but stop words asks for them. */
function requireSomething(clauses: readonly Clause[]): Clause[] {
  if (clauses.some((clause) => clause.required)) return [...clauses];
  return clauses.map((clause) => ({ ...clause, required: true }));
}
