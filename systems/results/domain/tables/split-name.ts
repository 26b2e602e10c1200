/** A name in parts. */
export type SplitName = { readonly family: string; readonly given: string | null };

/**
 * Parts a whole name: at a comma (`Valla, Tero`), by capitals (`VALLA Tero`, `Tero VALLA`), else the last word is the
 * family name (`Tero Valla`). Han, kana and Hangul without a space stay whole; with one, the family name is first.
 */
export function splitName(name: string): SplitName {
  const plain = name.trim().replace(/[\s\u3000]+/g, ' ');
  const [before, after] = plain.split(/\s?[,，]\s?/, 2);
  if (before !== undefined && after !== undefined && before !== '' && after !== '')
    return { family: before, given: after };
  const words = plain.split(' ');
  if (words.length === 1) return { family: plain, given: null };
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々 ]+$/u.test(plain)) {
    return { family: words[0] ?? plain, given: words.slice(1).join(' ') };
  }
  const capitals = words.filter(isCapital);
  if (capitals.length > 0 && capitals.length < words.length) {
    return { family: capitals.join(' '), given: words.filter((word) => !isCapital(word)).join(' ') };
  }
  // A particle belongs to what follows: Anna van der Berg.
  const particle = words.findIndex(
    (word, at) => at > 0 && /^(?:van|von|de|da|di|del|della|der|den|dos|du|la|le|al|el|bin|ben)$/i.test(word),
  );
  const from = particle === -1 ? words.length - 1 : particle;
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') };
}

function isCapital(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
