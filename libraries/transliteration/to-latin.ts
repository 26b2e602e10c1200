import { writeArabic } from './tables/arabic.ts';
import { writeArmenian, writeGeorgian } from './tables/caucasus.ts';
import { guessCyrillicLanguage, writeCyrillic, type CyrillicLanguage, type CyrillicStyle } from './tables/cyrillic.ts';
import { writeGreek } from './tables/greek.ts';
import { hanSyllables } from './tables/han.ts';
import { writeHangul } from './tables/hangul.ts';
import { writeHebrew } from './tables/hebrew.ts';
import { writeKana } from './tables/kana.ts';

export type TransliterationOptions = {
  /** BCP 47; only its first part counts. Decides on letters that languages write differently: ru, uk, be, bg, sr, mk, fa. */
  readonly language?: string;
  readonly cyrillic?: CyrillicStyle;
  /** Keep the long vowels of kana. */
  readonly keepsLongVowels?: boolean;
};

/**
 * A text in Latin letters, as passports and signs write it; the doc comment of each table names its source. What is Latin
 * already, digits, signs, and letters that no table has stay. Words of scripts without capitals begin with one.
 */
export function toLatin(text: string, options: TransliterationOptions = {}): string {
  const composed = text.normalize('NFC');
  if (plainlyLatin.test(composed)) return composed;
  const writing = { ...options, cyrillicLanguage: cyrillicLanguage(composed, languageOf(options)) };
  return composed.replace(coveredRuns, (run, index: number) => {
    const { before, after } = neighbours(composed, index, run.length);
    return `${before}${writeRun(run, writing)}${after}`;
  });
}

/** Most names: Latin letters and signs only, up to Latin Extended-B. */
const plainlyLatin = /^[\0-\u024f]*$/;

type Writing = TransliterationOptions & { readonly cyrillicLanguage: CyrillicLanguage };

// Marks belong to the letter before them; the long vowel sign of kana is common to both of its scripts.
const coveredRuns =
  /(?:[\p{Script=Cyrillic}\u02bc\u2019](?<=\p{Script=Cyrillic}\p{M}*[\u02bc\u2019]?)\p{M}*)+|(?:\p{Script=Greek}\p{M}*)+|(?:[\p{Script=Arabic}\u0640](?:\p{M}|[\u0640\u200c\u200d])*)+|(?:\p{Script=Hebrew}\p{M}*)+|\p{Script=Hangul}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|\p{Script=Han}+|\p{Script=Georgian}+|\p{Script=Armenian}+/gu;

/** A space where two runs of scripts without spaces meet: 山田たろう is two words. */
function neighbours(text: string, start: number, length: number): { before: string; after: string } {
  const isSpaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
    text.charAt(start),
  );
  const previous = text.slice(0, start).at(-1) ?? ' ';
  const next = text.charAt(start + length);
  return {
    before: isSpaceless && /[\p{L}\p{N}]/u.test(previous) ? ' ' : '',
    after: isSpaceless && /[A-Za-z0-9]/.test(next) ? ' ' : '',
  };
}

function writeRun(run: string, writing: Writing): string {
  const [first = ''] = run;
  const { cyrillicLanguage: language, cyrillic = 'passport' } = writing;
  if (/\p{Script=Cyrillic}/u.test(first)) return withCase(run, (word) => writeCyrillic(word, language, cyrillic));
  if (/\p{Script=Greek}/u.test(first)) return withCase(run, writeGreek);
  if (/\p{Script=Armenian}/u.test(first)) return withCase(run, writeArmenian);
  return capitalised(writeCaseless(run, writing));
}

function writeCaseless(run: string, writing: Writing): string {
  const [first = ''] = run;
  if (/\p{Script=Arabic}|\u0640/u.test(first)) {
    return writeArabic(run, languageOf(writing) === 'fa' || /[پچژگ]/.test(run) ? 'fa' : 'ar');
  }
  if (/\p{Script=Hebrew}/u.test(first)) return writeHebrew(run);
  if (/\p{Script=Hangul}/u.test(first)) return writeHangul(run);
  if (/\p{Script=Georgian}/u.test(first)) return writeGeorgian(run.toLowerCase());
  if (/\p{Script=Han}/u.test(first)) return hanSyllables(run).join('');
  return writeKana(run, writing.keepsLongVowels);
}

function languageOf({ language }: TransliterationOptions): string {
  return language?.split('-')[0]?.toLowerCase() ?? '';
}

/** The language told, else the one that the letters of the whole text give away, else Russian. */
function cyrillicLanguage(text: string, language: string): CyrillicLanguage {
  const told = cyrillicLanguages.find((each) => each === language);
  return told ?? guessCyrillicLanguage(text.toLowerCase()) ?? 'ru';
}

const cyrillicLanguages: readonly CyrillicLanguage[] = ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'mn'];

/** Writes a word in lower case and gives it the case it had: ЩУКИН is SHCHUKIN, Щукин is Shchukin. */
function withCase(word: string, write: (lower: string) => string): string {
  const written = write(word.toLowerCase());
  const [first = '', second] = word;
  if (first === first.toLowerCase()) return written;
  const isCapitals = second !== undefined && word === word.toUpperCase();
  return isCapitals ? written.toUpperCase() : capitalised(written);
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
