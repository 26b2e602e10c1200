/** A text with the language it is in, for the `lang` attribute; undefined where it is in no particular one. */
export type ShownText = { readonly text: string; readonly language: string | undefined };

/** The text in the reader's language, or else in English, or else in any. */
export function textIn(texts: Readonly<Record<string, string>>, language: string): ShownText {
  const found = [language, 'en', 'und', ...Object.keys(texts)].find((each) => texts[each] !== undefined);
  return { text: texts[found ?? ''] ?? '', language: found === 'und' ? undefined : found };
}
