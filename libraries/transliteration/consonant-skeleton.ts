import { foldLatin } from './fold-latin.ts';
import { toLatin } from './to-latin.ts';

/**
 * The consonants of each word in a common spelling: Mohammed, Muhamad and محمد are all "mhmd". Scripts that leave vowels
 * out are found by it. Words with fewer than two consonants have none.
 */
export function consonantSkeleton(text: string): string[] {
  const latin = foldLatin(toLatin(text)).toLowerCase();
  return latin
    .split(/[^a-z]+/)
    .filter((word) => !articles.has(word))
    .map((word) =>
      word
        .replace(/ph/g, 'f')
        .replace(/ck|[qc](?!h)/g, 'k')
        .replace(/ou|[aeiouyw]/g, '')
        .replace(/(.)\1+/g, '$1'),
    )
    .filter((word) => word.length > 1);
}

const articles = new Set(['al', 'el', 'ben', 'bin', 'ibn']);
