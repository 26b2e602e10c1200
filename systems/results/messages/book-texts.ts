import {
  direction,
  formatter,
  translatorOf,
  type Direction,
  type Formatter,
  type Language,
  type Translate,
} from '@altis/i18n';
import * as z from 'zod';
import type { LocalName } from '../contract/vocabulary.ts';
import { nameIn } from '../domain/downloads/sheets.ts';
import bookEnglish from './books/en.json' with { type: 'json' };
import pageEnglish from './en.json' with { type: 'json' };
import publicEnglish from './public/en.json' with { type: 'json' };

/** The words of a printed book in one language: its own, and those that the pages have for the same things. */
export type BookTexts = {
  readonly language: Language;
  readonly direction: Direction;
  readonly book: Translate<keyof typeof bookEnglish>;
  readonly words: Translate<keyof typeof publicEnglish>;
  /** The word of a coded value, "irm" and "DNF"; what has no word keeps its code. */
  word(kind: string, code: string): string;
  name(name: LocalName): string;
  /** Of times at a venue, which are passed in as if they were UTC. */
  readonly format: Formatter;
};

/** Loads the texts of a language; those that it misses are English. */
export async function loadBookTexts(language: Language): Promise<BookTexts> {
  const [books, words, pages] = await Promise.all([
    readCatalogue(`./books/${language}.json`),
    readCatalogue(`./public/${language}.json`),
    readCatalogue(`./${language}.json`),
  ]);
  const publicText = translatorOf(words, language, publicEnglish);
  const pageText = translatorOf(pages, language, pageEnglish);
  return {
    language,
    direction: direction(language),
    book: translatorOf(books, language, bookEnglish),
    words: publicText,
    word(kind, code) {
      const key = `${kind}.${code}`;
      if (isKeyOf(publicEnglish, key)) return publicText(key);
      return isKeyOf(pageEnglish, key) ? pageText(key) : code;
    },
    name: (name) => nameIn(language, name),
    format: formatter(language, 'UTC'),
  };
}

const Module = z.object({ default: z.record(z.string(), z.string()) });

async function readCatalogue(path: string): Promise<Record<string, string>> {
  return Module.parse(await import(path, { with: { type: 'json' } })).default;
}

function isKeyOf<Catalogue extends object>(catalogue: Catalogue, key: string): key is keyof Catalogue & string {
  return Object.hasOwn(catalogue, key);
}
