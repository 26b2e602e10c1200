import { problem } from '@altis/kernel';
import { fieldFrequency, saturate, type FieldScoring } from '@altis/lexical-search';
import type { FieldDefinition, SearchIndexDefinition } from './search-index-definition.ts';
import type { TokeniseField } from './tokenise-field.ts';
import { storableText } from './storable-text.ts';
import { facetLexeme, tsvectorText } from './lexemes.ts';

/** A text in no particular language, or one text for each language (BCP 47 tag). */
export type FieldText = string | Readonly<Record<string, string>>;

export type SearchDocument = {
  readonly id: string;
  /** Only fields that the index defines; the first 60,000 UTF-16 units of a document are indexed. */
  readonly fields: Readonly<Record<string, FieldText>>;
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  /** When it happened, epoch milliseconds: for `order: 'newest'`, date ranges and ties. */
  readonly dateMs: number;
  /** The language of fields given as plain strings. */
  readonly language?: string;
};

/** A document as its row: see `search-migration.ts`. `fields` lists [field, language or null, text]. */
export type DocumentRow = {
  readonly id: string;
  readonly date_ms: number;
  readonly facets: readonly string[];
  readonly scores: string;
  readonly tokens: string;
  readonly fields: readonly StoredField[];
};

export type StoredField = readonly [field: string, language: string | null, text: string];

/** @throws Problem `INVALID_INPUT` naming the document and what is wrong with it. */
export function prepareDocument(
  document: SearchDocument,
  definition: SearchIndexDefinition,
  tokenise: TokeniseField,
): DocumentRow {
  if (document.id === '' || document.id.length > maxIdLength || storableText(document.id) !== document.id) {
    throw unfit(document, 'its id is empty, too long or not text');
  }
  if (!Number.isSafeInteger(document.dateMs)) throw unfit(document, 'dateMs is not a whole number of milliseconds');
  const facets = facetLexemes(document, definition);
  const fields = storedFields(document, definition);
  const positions = new Map<string, number[]>(facets.map((facet) => [facet, []]));
  const frequencies = new Map<string, number>();
  let origin = 1;
  for (const [field, language, text] of fields) {
    const scoring = scoringOf(definition.fields[field]);
    const tokens = tokenise(field, language, text);
    const length = (tokens.at(-1)?.position ?? -1) + 1;
    for (const token of tokens) {
      const places = positions.get(token.term);
      const place = Math.min(origin + token.position, maxPosition);
      if (!places) positions.set(token.term, [place]);
      else if (places.length < maxPlaces && places.at(-1) !== place) places.push(place);
      const frequency = fieldFrequency(token.weight, length, scoring);
      frequencies.set(token.term, (frequencies.get(token.term) ?? 0) + frequency);
    }
    origin += length + fieldGap;
  }
  const scores = Buffer.from(scoreText(frequencies)).toString('base64');
  return { id: document.id, date_ms: document.dateMs, facets, scores, tokens: tsvectorText(positions), fields };
}

/** PostgreSQL keeps positions up to 16383, and 256 of them for a lexeme (manual, section 8.11.1). */
const maxPosition = 16_383;
const maxPlaces = 255;
/** So that no phrase reaches from one field into the next. */
const fieldGap = 10;
const maxIndexedLength = 60_000;
const maxIdLength = 500;

const defaultScoring: FieldScoring = { weight: 1, lengthNormalisation: 0.5, pivotLength: 15 };

function scoringOf(field: FieldDefinition | undefined): FieldScoring {
  return { ...defaultScoring, ...field };
}

function storedFields(document: SearchDocument, definition: SearchIndexDefinition): StoredField[] {
  let room = maxIndexedLength;
  const stored: StoredField[] = [];
  for (const [field, value] of Object.entries(document.fields)) {
    if (!definition.fields[field]) throw unfit(document, `its field "${field}" is not one of this index`);
    const texts = typeof value === 'string' ? [[document.language ?? null, value] as const] : Object.entries(value);
    for (const [language, text] of texts) {
      if (language !== null && !isLanguage(language)) throw unfit(document, `"${language}" is no language tag`);
      const clean = storableText(text.slice(0, room));
      room -= clean.length;
      if (clean.length > 0) stored.push([field, language, clean]);
    }
  }
  return stored;
}

function isLanguage(tag: string): boolean {
  return /^[A-Za-z0-9-]{1,35}$/.test(tag);
}

function facetLexemes(document: SearchDocument, definition: SearchIndexDefinition): string[] {
  const lexemes = new Set<string>();
  for (const [facet, values] of Object.entries(document.facets ?? {})) {
    if (!definition.facets.includes(facet)) throw unfit(document, `its facet "${facet}" is not one of this index`);
    for (const value of values) {
      const lexeme = facetLexeme(facet, value);
      if (lexeme === undefined) throw unfit(document, `a value of its facet "${facet}" is empty, too long or not text`);
      lexemes.add(lexeme);
    }
  }
  return [...lexemes];
}

/**
 * What each term adds to a score, strongest first: a zero byte, then for every term its share of 127, U+001F, the term
 * and U+001E. SQL finds a term, or the strongest term with a prefix, by one `position`, and reads the byte before it.
 */
function scoreText(frequencies: ReadonlyMap<string, number>): string {
  const shares = Array.from(frequencies, ([term, frequency]) => ({
    term,
    share: Math.max(1, Math.round(maxShare * saturate(frequency))),
  }));
  shares.sort((a, b) => b.share - a.share);
  return `\0${shares.map(({ term, share }) => `${String.fromCharCode(share)}\u001f${term}\u001e`).join('')}`;
}

/** The largest number that is one byte of UTF-8. */
export const maxShare = 127;

function unfit(document: SearchDocument, reason: string): Error {
  return problem('INVALID_INPUT', `The document "${document.id.slice(0, 100)}" cannot be indexed: ${reason}.`);
}
