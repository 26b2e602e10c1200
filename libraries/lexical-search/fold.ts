import { foldHan } from './han-variants.ts';

/** Raised with every change of what becomes a term (here, in `tokenise` or what it uses): older indexes are written anew. */
export const rulesVersion = 2;

/**
 * Folds a word so that spellings a person would call the same become one string: case, diacritics, ligatures,
 * full-width forms, Arabic letter shapes, katakana/hiragana, traditional/simplified characters. Idempotent:
 * `fold(fold(x)) === fold(x)`.
 *
 * Follows Unicode NFKC/NFD (UAX #15) and, for Arabic, the normalisation of Larkey, Ballesteros and Connell,
 * "Improving stemming for Arabic information retrieval", SIGIR 2002, section 3.
 */
export function fold(word: string): string {
  if (isAscii(word)) return word.toLowerCase();
  // A letter that one pass uncovers (a capital inside a compatibility sign) is folded by the next.
  let folded = word;
  for (let pass = 0; pass < 4; pass += 1) {
    const next = foldOnce(folded);
    if (next === folded || isAscii(next)) return next;
    folded = next;
  }
  return folded;
}

/** Other spellings of a word with umlauts or rings written out: `müller` → `mueller`, `ødegård` → `odegaard`, …. */
export function spellOutUmlauts(word: string): string[] {
  if (isAscii(word)) return [];
  const lower = word.normalize('NFC').toLowerCase();
  const spell = (letters: RegExp) => lower.replace(letters, (letter) => writtenOut[letter] ?? letter);
  const spellings = [spell(/[äöüø]/g), spell(/å/g), spell(/[äöüøå]/g)].filter((spelling) => spelling !== lower);
  return [...new Set(spellings)].map(fold);
}

const writtenOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

function isAscii(word: string): boolean {
  return /^\p{ASCII}*$/u.test(word);
}

function foldOnce(word: string): string {
  return foldHan(word.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(droppedMarks, '')
    .replace(droppedLetters, '')
    .replace(/[ßæœøđðþłħıŋŧəςأإآٱىیئؤةک٠-٩۰-۹]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - katakanaToHiragana))
    .normalize('NFC');
}

// Marks are spelling aids in these scripts; in Devanagari, Thai or kana they are letters and stay.
const droppedMarks =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}+/gu;

// Tatweel, the apostrophe letters that NFKC makes of ŉ, Arabic marks without a base, zero-width joiners.
const droppedLetters = /[\u0640\u02b9-\u02bf\u02ee\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u200c\u200d]/g;

const katakanaToHiragana = 0x60;

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ə: 'a',
  ς: 'σ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  ...Object.fromEntries(Array.from('٠١٢٣٤٥٦٧٨٩', (digit, value) => [digit, String(value)])),
  ...Object.fromEntries(Array.from('۰۱۲۳۴۵۶۷۸۹', (digit, value) => [digit, String(value)])),
};
