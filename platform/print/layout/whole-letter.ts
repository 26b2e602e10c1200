import { unifiedIdeograph } from './unified-ideograph.ts';

/**
 * A text with letters and ideographs in place of their forms (Unicode, Presentation Forms A and B). Ligatures of Arabic
 * stay what they are: readers of PDF take them apart themselves, in the order of reading, but turn letters round that come apart.
 */
export function wholeLetter(text: string): string {
  return unifiedIdeograph(text).replaceAll(/[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufeff]/gu, (form) => {
    const letters = form.normalize('NFKC');
    return letters.length === 1 || form <= '\ufb06' ? letters : form;
  });
}
