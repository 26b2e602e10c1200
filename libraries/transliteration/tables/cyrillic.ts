import { letterTable, withLetters, writeLetters, type LetterTable } from '../letter-table.ts';

/** Languages whose Cyrillic letters are written differently; BCP 47. */
export type CyrillicLanguage = 'ru' | 'uk' | 'be' | 'bg' | 'sr' | 'mk' | 'kk' | 'mn';

/** How Cyrillic is written: as passports do, letter by letter with one Latin letter each, or as English atlases do. */
export type CyrillicStyle = 'passport' | 'scholarly' | 'english';

/** A lower-case Cyrillic word in Latin letters. */
export function writeCyrillic(word: string, language: CyrillicLanguage, style: CyrillicStyle): string {
  if (style === 'scholarly') return writeLetters(word, scholarly);
  if (style === 'english') return english(word, language);
  if (language === 'uk') return writeLetters(atBeginning(word, ukrainianInitials), tables.uk);
  return writeLetters(word, tables[language]);
}

/** The language that the letters of a word give away, or undefined. */
export function guessCyrillicLanguage(word: string): CyrillicLanguage | undefined {
  if (/[әғқңұһ]/.test(word)) return 'kk';
  if (/[өү]/.test(word)) return 'mn';
  if (/[їєґ]/.test(word)) return 'uk';
  if (/ў/.test(word)) return 'be';
  if (/[ѓќѕ]/.test(word)) return 'mk';
  if (/[ђћљњџј]/.test(word)) return 'sr';
  return /і/.test(word) ? 'uk' : undefined;
}

/** ICAO Doc 9303, part 3, section 6.B, transliteration of Cyrillic characters: as Russian passports are written. */
const russian = letterTable(`
  а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch
  ъ=ie ы=y ь= э=e ю=iu я=ia і=i ї=i ґ=g є=ie ў=u ј=j љ=lj њ=nj ђ=d ћ=c џ=dz ѓ=g ќ=k ѕ=dz ѣ=ie ѳ=f ѵ=y
  ә=a ғ=g қ=q ң=n ө=o ұ=u ү=u һ=h`);

const tables: Readonly<Record<CyrillicLanguage, LetterTable>> = {
  ru: russian,
  // Resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010.
  uk: withLetters(russian, 'г=h ґ=g є=ie и=y і=i ї=i й=i зг=zgh ю=iu я=ia ’= ʼ='),
  // ICAO Doc 9303, part 3, section 6.B, notes on Belarusian.
  be: withLetters(russian, 'г=h ё=io і=i ў=u ’= ʼ='),
  // Bulgarian Transliteration Act, State Gazette 19/2009.
  bg: withLetters(russian, 'й=y х=h щ=sht ъ=a ь=y ю=yu я=ya'),
  // The Latin alphabet of Serbian itself (Gaj).
  sr: withLetters(russian, 'ђ=đ ж=ž ј=j љ=lj њ=nj ћ=ć х=h ц=c ч=č џ=dž ш=š'),
  // Macedonian Academy, the form of passports: the Latin letters of Serbian, gj and kj.
  mk: withLetters(russian, 'ѓ=gj ж=zh ѕ=dz ј=j љ=lj њ=nj ќ=kj х=h ц=c ч=ch џ=dj ш=sh'),
  kk: withLetters(russian, 'и=i й=y у=u ы=y і=i х=kh ю=yu я=ya'),
  mn: withLetters(russian, 'й=i ө=u ү=u ю=yu я=ya'),
};

const ukrainianInitials = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

function atBeginning(word: string, initials: Readonly<Record<string, string>>): string {
  const [first = ''] = word;
  return `${initials[first] ?? first}${word.slice(first.length)}`;
}

/** ISO 9:1995 with its diacritics left away, except that х is ch and й j as libraries write them (ISO/R 9:1968). */
const scholarly = letterTable(`
  а=a б=b в=v г=g д=d е=e ё=e ж=z з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=c ч=c ш=s щ=sc
  ъ= ы=y ь= э=e ю=ju я=ja і=i ї=i ґ=g є=je ў=u ј=j љ=lj њ=nj ђ=d ћ=c џ=dz ѓ=g ќ=k ѕ=dz ѣ=e ѳ=f ѵ=y
  ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h ’= ʼ=`);

/** BGN/PCGN 1947 (Russian) and 1965 (Ukrainian), apostrophes left away, "iy" at the end as "y", as newspapers write. */
function english(word: string, language: CyrillicLanguage): string {
  const initial = atBeginning(word, { е: 'ye', ё: 'yo' });
  const table =
    language === 'ru' || language === 'kk' || language === 'mn'
      ? newspapers
      : withLetters(tables[language], 'ю=yu я=ya й=y');
  return writeLetters(initial, table)
    .replace(/(?:iy|yy)$/, 'y')
    .replace(/ks/g, 'x');
}

const newspapers = withLetters(russian, 'ё=yo й=y ъ= ю=yu я=ya');
