import { languages } from './languages.ts';
import type { Language } from './languages.ts';

/**
 * Chooses the language for a person from an Accept-Language header (RFC 9110 § 12.5.4)
 * or from `navigator.languages` (already in order of preference). English when nothing fits.
 * Any Chinese preference gives simplified Chinese, the only Chinese that the product has.
 */
export function negotiateLanguage(preference: string | readonly string[] | undefined): Language {
  for (const tag of rankedTags(preference)) {
    const exact = languages.find((info) => info.language.toLowerCase() === tag);
    if (exact) return exact.language;
    const primary = tag.split('-')[0];
    const related = languages.find((info) => info.language.split('-')[0] === primary);
    if (related) return related.language;
  }
  return 'en';
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
