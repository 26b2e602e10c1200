import type { FaultKind } from '../fault.ts';
import { quote } from '../fault.ts';
import { isXmlCharacter } from './xml-characters.ts';

/** Ends the reading; `offset` is the place in the text being decoded. */
type Refuse = (kind: FaultKind, message: string, remedy: string, offset: number) => never;

const predefined: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
]);

/**
 * Replaces `&lt;`, `&#233;`, `&#xE9;` …; everything else after "&" is refused (XML 1.0, 4.1 and 4.6).
 * What stands between references passes through `literal`, which normalises white space.
 */
export function decodeReferences(text: string, literal: (piece: string) => string, refuse: Refuse): string {
  let decoded = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    if (end < 0 || end - at > 40) {
      refuse(
        'malformed',
        `"&" is not followed by a reference: ${quote(text.slice(at, at + 20))}.`,
        'Write "&" as "&amp;".',
        at,
      );
    }
    decoded += literal(text.slice(from, at)) + character(text.slice(at + 1, end), at, refuse);
    from = end + 1;
  }
  return decoded + literal(text.slice(from));
}

function character(name: string, offset: number, refuse: Refuse): string {
  const simple = predefined.get(name);
  if (simple !== undefined) return simple;
  const numeric = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  if (numeric === null) {
    const remedy = 'Only &lt; &gt; &amp; &apos; &quot; and numeric references are read; write the character itself.';
    return refuse('entity', `The entity ${quote(`&${name};`)} is not defined in ODF.`, remedy, offset);
  }
  const codePoint = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
  if (!isXmlCharacter(codePoint)) {
    refuse(
      'malformed',
      `The reference &${name}; is no XML character.`,
      'Remove control characters from the data before writing the message.',
      offset,
    );
  }
  return String.fromCodePoint(codePoint);
}
