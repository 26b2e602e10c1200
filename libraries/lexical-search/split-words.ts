/**
 * A stretch of text of one kind. `start` and `end` are UTF-16 offsets into the original text.
 * - `word`: letters and digits of a script that writes spaces; `parts` are the pieces between apostrophes and hyphens
 * - `characters`: Chinese characters, kana or Hangul; `parts` are the single characters with their marks
 */
export type Span = {
  readonly kind: 'word' | 'characters';
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
};

export type Part = { readonly text: string; readonly start: number; readonly end: number };

/** Splits text of any scripts into words and runs of characters, dropping the rest, in time linear in its length. */
export function* splitWords(text: string): Generator<Span> {
  for (const match of text.replace(apostrophes, "'").replace(hyphens, '-').matchAll(compound)) {
    yield* splitByKind(text.slice(match.index, match.index + match[0].length), match.index);
  }
}

// One UTF-16 unit for one, so that offsets stay those of the original text.
const apostrophes = /[\u2018\u2019\u02bc\u02bb\uff07`\u00b4]/g;
const hyphens = /[\u2010\u2011\uff0d]/g;
const compound = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*(?:['-][\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*)*/gu;

const characterClass = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hangul}\p{scx=Bopo}`;
const runs = new RegExp(
  String.raw`(?<characters>[${characterClass}][${characterClass}\p{M}]*)|[^${characterClass}]+`,
  'gv',
);
const characters = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[^][\p{M}\uff9e\uff9f]*/gu;
const pieces = /[\p{L}\p{N}\p{M}\u200c\u200d]+/gu;
/** No letter below Hangul Jamo belongs to a script without spaces; such plain words take the short way. */
const isPlain = /^[^'\-\u1100-\u{10ffff}]*$/u;

function* splitByKind(text: string, offset: number): Generator<Span> {
  if (isPlain.test(text)) {
    const part = { text, start: offset, end: offset + text.length };
    yield { kind: 'word', start: part.start, end: part.end, parts: [part] };
    return;
  }
  for (const run of text.matchAll(runs)) {
    const isCharacters = run.groups?.['characters'] !== undefined;
    const parts = partsOf(run[0], isCharacters ? characters : pieces, offset + run.index);
    if (parts.length === 0) continue;
    const start = offset + run.index;
    yield { kind: isCharacters ? 'characters' : 'word', start, end: start + run[0].length, parts };
  }
}

function partsOf(run: string, pattern: RegExp, offset: number): Part[] {
  return Array.from(run.matchAll(pattern), ({ 0: text, index }) => {
    const start = offset + index;
    return { text, start, end: start + text.length };
  });
}
