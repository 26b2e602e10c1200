/**
 * The other grammatical forms under which a folded word is also indexed: its singular in the given language, and an
 * Arabic word without article and plural ending. Only plurals and case endings are taken off, never a word-building
 * suffix, so that names stay apart; empty when there is nothing to take off.
 *
 * Rules after Harman, "How effective is suffixing?", JASIS 42 (1991) for English; Savoy, "Light stemming approaches
 * for the French, Portuguese, German and Hungarian languages", SAC 2006, for French, Portuguese, German and (same method)
 * Italian and Spanish; Dolamic and Savoy, "Indexing and searching strategies for the Russian language", JASIST 60 (2009),
 * for Russian; light10 of Larkey et al., SIGIR 2002, for Arabic.
 *
 * @param language BCP 47 tag; without it the rules of all languages of the script apply, as for a typed query.
 */
export function lightStems(word: string, language?: string): string[] {
  if (isArabicWord(word)) return distinct(word, [withoutArabicEnding(word)]);
  const stemmers = stemmersFor(word);
  if (stemmers === undefined) return [];
  const spoken = language?.slice(0, 2).toLowerCase();
  const applied = spoken === undefined ? Object.values(stemmers) : [stemmers[spoken] ?? unchanged];
  return distinct(
    word,
    applied.map((stem) => stem(word)),
  );
}

/** A folded Arabic word without its article (and the conjunction or preposition written with it), or undefined. */
export function withoutArabicArticle(word: string): string | undefined {
  if (!isArabicWord(word)) return undefined;
  const bare = word.replace(/^(?:[وفبك]?ال|ولل|لل)(?=..)/u, '');
  return bare === word ? undefined : bare;
}

type Stemmers = Readonly<Record<string, (word: string) => string>>;

/** Of the languages that write a folded word so; undefined where it is too short to have an ending. */
function stemmersFor(word: string): Stemmers | undefined {
  if (/^[a-z]{4,}$/.test(word)) return ofLatin;
  return /^[а-я]{4,}$/.test(word) ? ofCyrillic : undefined;
}

const ofLatin: Stemmers = { en: english, fr: french, it: italian, de: german, es: spanish, pt: portuguese };
const ofCyrillic: Stemmers = { ru: russian };

function unchanged(word: string): string {
  return word;
}

function english(word: string): string {
  if (/[^ae]ies$/.test(word) && word.length > 4) return word.slice(0, -3) + 'y';
  if (/(?:ss|sh|ch|x|z)es$/.test(word) && word.length > 4) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function french(word: string): string {
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux') && word.length > 4) return word.slice(0, -2) + 'l';
  if (word.endsWith('eux') && word.length > 4) return word.slice(0, -1);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function italian(word: string): string {
  if (/[cg]h[ie]$/.test(word)) return word.slice(0, -2);
  return /[aeio]$/.test(word) ? word.slice(0, -1) : word;
}

function german(word: string): string {
  if (word.endsWith('innen') && word.length > 7) return word.slice(0, -3);
  if (/(?:en|er|es|em)$/.test(word) && word.length > 5) return word.slice(0, -2);
  return /(?:[ens])$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function spanish(word: string): string {
  if (word.endsWith('ces') && word.length > 4) return word.slice(0, -3) + 'z';
  if (/[aeo]s$/.test(word) && word.length > 4) return word.slice(0, -2);
  return /[aeo]$/.test(word) ? word.slice(0, -1) : word;
}

/** Folded, so that -ões and -ães have lost their tilde. */
function portuguese(word: string): string {
  if (/(?:[^o]oes|aes)$/.test(word) && word.length > 4) return word.slice(0, -3) + 'ao';
  if (/[aeou]is$/.test(word) && word.length > 4) return word.slice(0, -2) + 'l';
  if (/[rzl]es$/.test(word) && word.length > 5) return word.slice(0, -2);
  if (word.endsWith('ns')) return word.slice(0, -2) + 'm';
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The endings of cases, of nouns and adjectives; folded, so that й is и. */
function russian(word: string): string {
  return word.replace(russianEnding, '');
}

const russianEnding =
  /(?<=...)(?:иями|[ыия]ми|ами|[иая]х|иям|[ая]м|[ое]в|ием|еем|[ыиео]м|ы[иех]|о[ией]|е[иеюя]|и[иеюя]|[ое]го|[ое]му|[ау]я|ую|юю|ь[юя]|[ыиаяуюеоь])$/u;

function withoutArabicEnding(word: string): string {
  const bare = withoutArabicArticle(word) ?? word;
  return bare.replace(/(?<=...)(?:ات|ون|ين|ان|ها|يه|ه)$/u, '');
}

function isArabicWord(word: string): boolean {
  return /^\p{Script=Arabic}+$/u.test(word);
}

function distinct(word: string, stems: readonly string[]): string[] {
  return [...new Set(stems)].filter((stem) => stem !== word);
}
