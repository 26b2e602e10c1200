import type { MomentView } from './views.ts';

/**
 * A moment's title or sentence in the reader's language; in English where the moment was told before the product
 * spoke that language.
 */
export function toldIn(texts: MomentView['title'], language: keyof MomentView['title']): string {
  return texts[language] ?? texts.en ?? '';
}
