import { letterTable, writeLetters } from './letter-table.ts';

/** `passport`: ä is ae, ø is oe, å is aa; `plain`: what is left of a letter without its marks: a, o, a. */
export type FoldStyle = 'passport' | 'plain';

/**
 * Latin letters with marks and of single languages in the letters A to Z, case kept: ICAO Doc 9303, part 3, section 6.A
 * (`passport`), or without marks (`plain`). Other scripts stay as they are. Idempotent.
 */
export function foldLatin(text: string, style: FoldStyle = 'plain'): string {
  if (/^\p{ASCII}*$/u.test(text)) return text;
  const spelled = style === 'passport' ? replaceLetters(text.normalize('NFC'), passportLetters) : text;
  const bare = spelled
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC');
  return replaceLetters(bare, plainLetters);
}

function replaceLetters(text: string, letters: ReadonlyMap<string, string>): string {
  return text.replace(/\p{Script=Latin}/gu, (letter, index: number) => {
    const written = letters.get(letter) ?? letters.get(letter.toLowerCase());
    if (written === undefined) return letter;
    if (letters.has(letter)) return written;
    // A capital among capitals stays one: MÜLLER is MUELLER, Ölz is Oelz.
    const next = text.slice(index + letter.length);
    const isAmongCapitals = /^\p{Lu}/u.test(next) || (!/^\p{L}/u.test(next) && /\p{Lu}$/u.test(text.slice(0, index)));
    return isAmongCapitals ? written.toUpperCase() : `${written.slice(0, 1).toUpperCase()}${written.slice(1)}`;
  });
}

const passportLetters = letterTable('ä=ae ö=oe ü=ue å=aa ø=oe œ=oe æ=ae ß=ss þ=th ĳ=ij ñ=n');

const plainLetters = letterTable(`
  æ=ae œ=oe ø=o ß=ss þ=th ð=d đ=d ħ=h ı=i ĳ=ij ĸ=q ł=l ŋ=n ŧ=t ə=a ƒ=f ɓ=b ɗ=d ƙ=k ɨ=i ǆ=dz ǉ=lj ǌ=nj ǳ=dz`);

/** The spellings that may hide in one without marks: MUELLER may be MULLER, and AA an Å. For search only. */
export function unfoldLatin(text: string): string {
  return writeLetters(text, unfolded);
}

const unfolded = letterTable('ae=a oe=o ue=u aa=a');
