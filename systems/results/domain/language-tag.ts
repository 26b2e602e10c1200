const tags: Readonly<Record<string, string>> = {
  ENG: 'en',
  FRA: 'fr',
  ITA: 'it',
  GER: 'de',
  CHI: 'zh-Hans',
  CHT: 'zh-Hant',
  ARA: 'ar',
  SPA: 'es',
  POR: 'pt',
  RUS: 'ru',
  JPN: 'ja',
  KOR: 'ko',
};

/** Texts by ODF language code (`ENG`) as texts by language tag (`en`); codes without a tag keep their letters in lower case. */
export function byLanguageTag(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([code, text]) => [tags[code] ?? code.toLowerCase(), text]));
}

/** The ODF language code of a tag: `ENG` of `en`. */
export function languageCode(tag: string): string {
  const known = Object.entries(tags).find(([, each]) => each === tag)?.[0];
  return (
    known ??
    tag
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .padEnd(3, 'X')
      .slice(0, 3)
  );
}
