import { foldLatin, unfoldLatin } from './fold-latin.ts';
import { familyNameLength, hanSyllables } from './tables/han.ts';
import { koreanFamilyNames, writeHangul } from './tables/hangul.ts';
import { toLatin } from './to-latin.ts';

/**
 * Spellings in the letters a to z under which a name may be looked for, the most likely first: of Иванов "ivanov", of
 * Müller "muller" and "mueller", of 谷爱凌 "gu ailing" and "gu ai ling", of 김연아 "kim yeona". In lower case, without repetition.
 */
export function nameVariants(name: string): string[] {
  const spellings = isLatin(name) ? [name] : [...chinese(name), ...korean(name), ...spellingsOf(name)];
  const folded = spellings.flatMap((spelling) => [foldLatin(spelling), foldLatin(spelling, 'passport')]);
  const plain = folded.map((spelling) =>
    spelling
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  const known = new Set(plain.filter((spelling) => /[a-z]/.test(spelling)));
  const hidden = isLatin(name) ? Array.from(known, unfoldLatin) : [];
  return [...new Set([...known, ...hidden])];
}

function spellingsOf(name: string): string[] {
  const spellings = [toLatin(name)];
  if (/\p{Script=Cyrillic}/u.test(name)) {
    spellings.push(toLatin(name, { cyrillic: 'english' }), toLatin(name, { cyrillic: 'scholarly' }));
  }
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) spellings.push(toLatin(name, { keepsLongVowels: true }));
  if (/\p{Script=Greek}/u.test(name)) spellings.push(...greek(toLatin(name)));
  if (/[\p{Script=Arabic}]/u.test(name)) spellings.push(toLatin(name, { language: 'fa' }), ...arabic(toLatin(name)));
  return spellings;
}

/** Greek names abroad: "ch" often is "h", "f" of φ is "ph", and the ending "-is" is written "-es". */
function greek(latin: string): string[] {
  return [latin.replace(/ch/gi, 'h').replace(/gk/gi, 'g'), latin.replace(/f/g, 'ph')];
}

/** Arabic names abroad: "q" often is "k", "u" is "ou" in French, "j" is "g" in Egypt. */
function arabic(latin: string): string[] {
  return [latin.replace(/q/g, 'k'), latin.replace(/u/g, 'ou'), latin.replace(/al-/gi, 'el ')];
}

/** A full name of two to four characters without a space: the family name apart, the given name in one word and in syllables. */
function chinese(name: string): string[] {
  const [written, ...others] = name.match(/\p{Script=Han}+/gu) ?? [];
  if (written === undefined || others.length > 0) return [];
  const syllables = hanSyllables(written);
  const split = syllables.length >= 2 && syllables.length <= 4 ? familyNameLength(written) : 0;
  const joined = [syllables.slice(0, split).join(''), syllables.slice(split).join('')].join(' ');
  const latin = (text: string) => [text, ...(text.includes('yu') ? [text.replace(/(?<=[ln])yu/g, 'u')] : [])];
  return [...latin(joined), ...latin(syllables.join(' '))].map((text) => toLatin(name.replace(written, text)));
}

/** A full name of two to four syllables, or a family name alone, as families write it. */
function korean(name: string): string[] {
  const [first, second] = name.match(/\p{Script=Hangul}+/gu) ?? [];
  if (first === undefined) return [];
  const [family = '', ...given] = Array.from(second === undefined ? first : `${first.slice(0, 1)}${second}`);
  const isFullName = second !== undefined ? first.length === 1 : given.length <= 3;
  if (!isFullName) return [];
  const families = koreanFamilyNames.get(family) ?? [];
  const rest = writeHangul(given.join(''));
  const apart = given.map((syllable) => writeHangul(syllable)).join(' ');
  return [...families, writeHangul(family)].flatMap((each) => [`${each} ${rest}`, `${each} ${apart}`]);
}

function isLatin(name: string): boolean {
  return !/\p{L}/u.test(name.replace(/\p{Script=Latin}/gu, ''));
}
