import { languages } from './languages.ts';
import type { Language } from './languages.ts';

/**
 * Chooses the language for a person from an Accept-Language header (RFC 9110 § 12.5.4)
 * or from `navigator.languages` (already in order of preference). English when nothing fits.
 * Regions share the language that the product has (pt-BR → pt); where it has a language in two scripts,
 * the script that a region writes decides (zh-TW → zh-Hant), by the likely subtags of UTS #35.
 */
export function negotiateLanguage(preference: string | readonly string[] | undefined): Language {
  for (const tag of rankedTags(preference)) {
    const wanted = likelyScript(tag);
    const related = languages.filter((info) => likelyScript(info.language)?.language === wanted?.language);
    const [first] = related;
    const inScript = related.find((info) => likelyScript(info.language)?.script === wanted?.script);
    if (wanted && first) return (inScript ?? first).language;
  }
  return 'en';
}

/** Language and script of a tag, the script filled in where the tag leaves it out; undefined for what is no tag. */
function likelyScript(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

function rankedTags(preference: string | readonly string[] | undefined): readonly string[] {
  if (preference === undefined) return [];
  if (typeof preference !== 'string') return preference.map((tag) => tag.toLowerCase());
  return preference
    .split(',')
    .map((item) => {
      const [tag = '', ...parameters] = item.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .map(({ tag }) => tag);
}
