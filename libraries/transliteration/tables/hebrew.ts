import { letterTable, writeLetters } from '../letter-table.ts';

/**
 * A Hebrew word in Latin letters, after the simple rules of the Academy of the Hebrew Language (2006) without its
 * apostrophes. Vowels are written only where the letters vav and yod stand for them, and "a" where a word begins with two
 * consonants.
 */
export function writeHebrew(word: string): string {
  const bare = word.normalize('NFKD').replace(/[\u0591-\u05c7]/g, '');
  const vocalised = bare
    .replace(/^ו|וו/g, 'v')
    .replace(/^י(?=.)|יי/g, 'y')
    .replace(/^פ/, 'p')
    .replace(/(?<=[^אהוי])[הא]$/u, 'a')
    .replace(/^א(?=[^וי])/u, 'a');
  return writeLetters(vocalised, table).replace(/^([bdghklmnprstvz]|sh|ts)(?=[bdgklmnprstvz])/, '$1a');
}

const table = letterTable(`
  א= ב=b ג=g ד=d ה=h ו=o ז=z ח=h ט=t י=i כ=k ך=kh ל=l מ=m ם=m נ=n ן=n ס=s ע= פ=f ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t
  ג׳=j ז׳=zh צ׳=ch ץ׳=ch ׳= ״=`);
