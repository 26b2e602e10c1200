/** Names of any script in Latin letters, and the spellings under which they are looked for. See README.md. */
export { foldLatin } from './fold-latin.ts';
export { nameVariants } from './name-variants.ts';
export { consonantSkeleton } from './consonant-skeleton.ts';
export { toLatin, type TransliterationOptions } from './to-latin.ts';
