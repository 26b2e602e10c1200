import fc from 'fast-check';
import type { OdfElement, OdfNode } from '../odf-element.ts';
import { isBlank, isName, isXmlCharacter } from '../xml/xml-characters.ts';

/** Any text of XML characters, with those that need escaping more often. */
export const xmlTexts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '\t',
        '\n',
        '\r',
        ']]>',
        '&amp;',
        ' ',
        '-',
        '李',
        '🏒',
        '\u0085',
        '\u2028',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) =>
    Array.from(pieces.join(''))
      .filter((character) => isXmlCharacter(character.codePointAt(0)!))
      .join(''),
  );

const names = fc.oneof(
  fc.constantFrom('OdfBody', 'Competition', 'Action', 'Äther', 'x:y', '_', '__proto__', 'constructor', 'toString', '𐀀'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter(isName),
);

/** Any element that a reader can return (see the normal form of `OdfElement`). */
export const odfTrees: fc.Arbitrary<OdfElement> = fc.letrec<{ element: OdfElement }>((tie) => ({
  element: fc.record(
    {
      name: names,
      attributes: fc
        .uniqueArray(fc.tuple(names, xmlTexts), { selector: ([name]) => name, maxLength: 5 })
        .map((entries) => Object.fromEntries(entries)),
      children: fc.array(fc.oneof({ maxDepth: 4 }, xmlTexts, tie('element')), { maxLength: 5 }).map(normal),
    },
    { noNullPrototype: true },
  ),
})).element;

function normal(children: readonly OdfNode[]): OdfNode[] {
  const merged: OdfNode[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (typeof child === 'string' && typeof last === 'string') merged[merged.length - 1] = last + child;
    else if (child !== '') merged.push(child);
  }
  const onlyLayout = merged.length > 1 && merged.every((child) => typeof child !== 'string' || isBlank(child));
  return onlyLayout ? merged.filter((child) => typeof child !== 'string') : merged;
}
