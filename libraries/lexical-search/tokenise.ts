import { fold, spellOutUmlauts } from './fold.ts';
import { lightStems, withoutArabicArticle } from './light-stem.ts';
import { type Part, type Span, splitWords } from './split-words.ts';

/**
 * One entry of the index.
 * `position` counts words (or characters, in scripts without spaces) from 0; `start`/`end` are UTF-16 offsets.
 * `weight` is 1 for what is written and less for a derived form.
 */
export type Token = {
  readonly term: string;
  readonly position: number;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
};

/** `language`: BCP 47 tag of the text; `stems: false` for names, which have no plural. */
export type TokeniseOptions = { readonly language?: string | undefined; readonly stems?: boolean };

/**
 * The tokens of a document: folded words with their derived forms, and for Chinese, Japanese and Korean every pair of
 * neighbouring characters plus every character. Never throws; linear in the length of the text.
 */
export function tokenise(text: string, options: TokeniseOptions = {}): Token[] {
  return createTokeniser(options)(text);
}

/** `tokenise` for many texts of one kind: remembers the forms of words it has met, which makes it twice as fast. */
export function createTokeniser(options: TokeniseOptions): (text: string) => Token[] {
  const known = new Map<string, readonly Form[]>();
  const formsOfWord = (written: string) => {
    let forms = known.get(written);
    if (forms) return forms;
    if (known.size >= mostRemembered) known.clear();
    forms = formsOf(written, options);
    known.set(written, forms);
    return forms;
  };
  return (text) => {
    const tokens: Token[] = [];
    let position = 0;
    for (const span of splitWords(text)) {
      if (span.kind === 'characters') pushCharacters(tokens, span, position);
      else pushWord(tokens, span, position, formsOfWord);
      position += span.parts.length;
    }
    return tokens;
  };
}

const mostRemembered = 20_000;

/** A term under which a word is found, and how much it counts. */
export type Form = { readonly term: string; readonly weight: number };

/** Weight of a derived form against the written one: found, but ranked below. */
export const derivedWeights = { spelling: 0.9, article: 0.8, joined: 0.8, stem: 0.5, character: 0.3 } as const;

/** The longest term kept, in UTF-16 units: far above any word, far below what a database index refuses. */
const maxTermLength = 64;

/** Folds a written form into an index term. */
export function toTerm(written: string): string {
  return fold(written.slice(0, maxTermLength * 4))
    .slice(0, maxTermLength)
    .toWellFormed();
}

/** Every form under which a single written word is indexed or looked up, the written one first. */
export function formsOf(written: string, options: TokeniseOptions): Form[] {
  const term = toTerm(written);
  const forms: Form[] = [{ term, weight: 1 }];
  const add = (form: string, weight: number) => {
    if (form.length > 0 && !forms.some((known) => known.term === form)) forms.push({ term: form, weight });
  };
  for (const spelling of spellOutUmlauts(written.slice(0, maxTermLength))) {
    add(spelling.slice(0, maxTermLength), derivedWeights.spelling);
  }
  const bare = withoutArabicArticle(term);
  if (bare) add(bare, derivedWeights.article);
  if (options.stems !== false) for (const stem of lightStems(term, options.language)) add(stem, derivedWeights.stem);
  return forms;
}

/** `o'brien` → `obrien`, `goal-keeper` → `goalkeeper`; undefined for a plain word, a score (`3-2`) or a long chain. */
export function joinParts(parts: readonly Part[]): string | undefined {
  if (parts.length < 2 || parts.length > 4 || parts.every((part) => /^\p{N}+$/u.test(part.text))) return undefined;
  return toTerm(parts.map((part) => part.text).join(''));
}

function pushWord(
  tokens: Token[],
  span: Span,
  position: number,
  formsOfWord: (written: string) => readonly Form[],
): void {
  for (const [index, part] of span.parts.entries()) {
    for (const { term, weight } of formsOfWord(part.text)) {
      if (term) tokens.push({ term, position: position + index, start: part.start, end: part.end, weight });
    }
  }
  const term = joinParts(span.parts);
  if (term) tokens.push({ term, position, start: span.start, end: span.end, weight: derivedWeights.joined });
}

function pushCharacters(tokens: Token[], span: Span, position: number): void {
  const folded = span.parts.map((part) => toTerm(part.text));
  for (const [index, part] of span.parts.entries()) {
    const next = span.parts[index + 1];
    const character = folded[index] ?? '';
    const weight = span.parts.length === 1 ? 1 : derivedWeights.character;
    tokens.push({ term: character, position: position + index, start: part.start, end: part.end, weight });
    if (!next) continue;
    const term = character + (folded[index + 1] ?? '');
    tokens.push({ term, position: position + index, start: part.start, end: next.end, weight: 1 });
  }
}
