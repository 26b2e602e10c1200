/** A language of the product, as BCP 47 language tag (RFC 5646). */
export type Language = 'en' | 'fr' | 'it' | 'de' | 'es' | 'pt' | 'zh-Hans' | 'zh-Hant' | 'ja' | 'ko' | 'ar' | 'ru';

export type Direction = 'ltr' | 'rtl';

export type LanguageInfo = {
  readonly language: Language;
  /** The language's name in itself, as a speaker looks for it in a list. */
  readonly ownName: string;
  readonly direction: Direction;
  /** The locale that Intl formats with: region conventions included. */
  readonly locale: string;
};

/**
 * The languages of the product in the order in which people are offered them.
 * English formats as en-GB (day before month, 24 hours), as is usual at an international event.
 * Arabic keeps Latin digits, because time codes, bibs and results are shown in them next to it.
 */
export const languages: readonly LanguageInfo[] = [
  { language: 'en', ownName: 'English', direction: 'ltr', locale: 'en-GB' },
  { language: 'fr', ownName: 'Français', direction: 'ltr', locale: 'fr' },
  { language: 'it', ownName: 'Italiano', direction: 'ltr', locale: 'it' },
  { language: 'de', ownName: 'Deutsch', direction: 'ltr', locale: 'de' },
  { language: 'es', ownName: 'Español', direction: 'ltr', locale: 'es' },
  { language: 'pt', ownName: 'Português', direction: 'ltr', locale: 'pt' },
  { language: 'zh-Hans', ownName: '简体中文', direction: 'ltr', locale: 'zh-Hans' },
  { language: 'zh-Hant', ownName: '繁體中文', direction: 'ltr', locale: 'zh-Hant' },
  { language: 'ja', ownName: '日本語', direction: 'ltr', locale: 'ja' },
  { language: 'ko', ownName: '한국어', direction: 'ltr', locale: 'ko' },
  { language: 'ar', ownName: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
  { language: 'ru', ownName: 'Русский', direction: 'ltr', locale: 'ru' },
];

/** Tells whether a value is one of the product's languages; exact spelling. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((info) => info.language === value);
}

/** The writing direction of a language. */
export function direction(language: Language): Direction {
  return languageInfo(language).direction;
}

/** The locale that Intl formats with for a language. */
export function localeOf(language: Language): string {
  return languageInfo(language).locale;
}

function languageInfo(language: Language): LanguageInfo {
  const info = languages.find((candidate) => candidate.language === language);
  if (info === undefined) throw new RangeError(`Unknown language "${language}".`);
  return info;
}
