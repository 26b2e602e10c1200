/** ODF language codes in the order in which {@link texts} takes its texts. */
export const languages = ['ENG', 'FRA', 'GER', 'ITA', 'SPA', 'POR', 'CHI', 'CHT', 'JPN', 'KOR', 'ARA', 'RUS'] as const;
type Language = (typeof languages)[number];

/** One name in twelve languages. */
export type Texts = Readonly<Record<Language, string>>;

/** Texts written one after the other, parted by "|", in the order of {@link languages}; one alone stands for all. */
export function texts(written: string): Texts {
  const parts = written.split('|');
  return Object.fromEntries(languages.map((language, index) => [language, parts[index] ?? parts[0] ?? ''])) as Texts;
}

/** `Men's Sprint – Quarterfinal 2`: the parts, each in its language. */
export function joined(...parts: readonly (Texts | string | number)[]): Texts {
  const inLanguage = (part: Texts | string | number, language: Language): string =>
    typeof part === 'object' ? part[language] : String(part);
  return Object.fromEntries(
    languages.map((language) => [language, parts.map((part) => inLanguage(part, language)).join('')]),
  ) as Texts;
}
