/** Rules of XML 1.0 (Fifth Edition) for single characters and names. */

const NAME_START = 1;
const NAME = 2;
const SPACE = 4;

/** Class of each ASCII character: bit 1 starts a name, bit 2 continues one, bit 4 is white space (productions 3, 4, 4a). */
const asciiClass = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') {
  asciiClass[letter.charCodeAt(0)] = NAME_START | NAME;
}
for (const letter of '0123456789-.') asciiClass[letter.charCodeAt(0)] = NAME;
for (const letter of ' \t\n\r') asciiClass[letter.charCodeAt(0)] = SPACE;

// Productions 4 and 4a beyond ASCII, as pairs from–to. The range up to U+DB7F and the one from U+DC00 let the surrogate
// pairs of U+10000–U+EFFFF through, all of which may be in names.
const wideNameStart = [
  0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x2070, 0x218f, 0x2c00, 0x2fef,
  0x3001, 0xdb7f, 0xdc00, 0xdfff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd,
];
const wideName = [0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040];

/** Whether this UTF-16 code unit may start a name. */
export function startsName(code: number): boolean {
  return code < 128 ? (asciiClass[code]! & NAME_START) !== 0 : isWithin(wideNameStart, code);
}

/** Whether this UTF-16 code unit may stand in a name. */
export function continuesName(code: number): boolean {
  if (code < 128) return (asciiClass[code]! & NAME) !== 0;
  return isWithin(wideNameStart, code) || isWithin(wideName, code);
}

/** Whether this code unit is white space (production 3). */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Whether a whole text is a name. */
export function isName(text: string): boolean {
  if (text === '' || !startsName(text.charCodeAt(0))) return false;
  for (let index = 1; index < text.length; index++) if (!continuesName(text.charCodeAt(index))) return false;
  return text.isWellFormed();
}

/** Whether a code point is a Char (production 2). */
export function isXmlCharacter(codePoint: number): boolean {
  return (
    codePoint === 9 ||
    codePoint === 10 ||
    codePoint === 13 ||
    (codePoint >= 0x20 && codePoint <= 0xd7ff) ||
    (codePoint >= 0xe000 && codePoint <= 0xfffd) ||
    (codePoint >= 0x10000 && codePoint <= 0x10ffff)
  );
}

// oxlint-disable-next-line no-control-regex -- these very characters are looked for
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** Index of the first code unit that is no Char, -1 where there is none; lone surrogates are not looked for. */
export function findForbiddenCharacter(text: string): number {
  return text.search(forbidden);
}

/** Whether a text consists of white space only. */
export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (!isSpace(text.charCodeAt(index))) return false;
  return true;
}

function isWithin(ranges: readonly number[], code: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) {
    if (code >= ranges[index]! && code <= ranges[index + 1]!) return true;
  }
  return false;
}
