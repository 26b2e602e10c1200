import { findForbiddenCharacter } from './xml-characters.ts';

/** A refusal found while decoding; it applies right after the text decoded so far. */
export type DecodingRefusal = {
  readonly kind: 'encoding' | 'malformed' | 'truncated';
  readonly message: string;
  readonly remedy: string;
};

const saveAsUtf8 = 'Save or send the message as UTF-8.';

/**
 * Turns chunks of bytes into text, cut only between characters, until the first byte that is no XML character.
 * UTF-8 with or without byte order mark, UTF-16 only with one (XML 1.0, 4.3.3 and appendix F).
 */
export class ByteDecoder {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | undefined;
  refusal: DecodingRefusal | undefined;
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** Bytes of an unfinished character, or the first bytes while the encoding is not known yet. */
  private held: Uint8Array = new Uint8Array(0);
  /** Bytes whose text has been handed out, the byte order mark included. */
  decodedBytes = 0;

  /** The text of the next chunk; `last` says that none follows. Look at `refusal` afterwards. */
  decode(chunk: Uint8Array, last: boolean): string {
    if (this.refusal !== undefined) return '';
    let bytes = this.held.length === 0 ? chunk : joined(this.held, chunk);
    this.held = new Uint8Array(0);
    if (this.encoding === undefined) {
      if (bytes.length < 4 && !last) {
        this.held = bytes.slice();
        return '';
      }
      bytes = bytes.subarray(this.recognise(bytes));
      if (this.refusal !== undefined) return '';
    }
    const whole = this.encoding === 'utf-8' ? bytes.length - unfinishedUtf8(bytes) : this.wholeUtf16(bytes);
    if (whole < bytes.length) this.held = bytes.slice(whole);
    const text = this.legal(
      this.encoding === 'utf-8' ? this.fromUtf8(bytes.subarray(0, whole)) : this.fromUtf16(bytes.subarray(0, whole)),
    );
    if (last && this.held.length > 0 && this.refusal === undefined) {
      this.refusal = {
        kind: 'truncated',
        message: 'The message ends inside a character.',
        remedy: 'Send the whole message again.',
      };
    }
    return text;
  }

  /** Finds the encoding by the first bytes; returns how many of them are a byte order mark. */
  private recognise(bytes: Uint8Array): number {
    const [a, b, c, d] = bytes;
    if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
      this.refusal = { kind: 'encoding', message: 'The message is encoded in UTF-32.', remedy: saveAsUtf8 };
    } else if (a === 0x1f && b === 0x8b) {
      // The first bytes of a gzip file (RFC 1952, 2.3.1).
      this.refusal = {
        kind: 'malformed',
        message: 'The message is compressed with gzip.',
        remedy: 'Unpack it, and send the plain XML.',
      };
    } else if (a === 0xff && b === 0xfe) this.encoding = 'utf-16le';
    else if (a === 0xfe && b === 0xff) this.encoding = 'utf-16be';
    else if ((a === 0x3c && b === 0) || (a === 0 && b === 0x3c)) {
      this.refusal = {
        kind: 'encoding',
        message: 'The message looks like UTF-16, but has no byte order mark.',
        remedy: `${saveAsUtf8} UTF-16 is read only with a byte order mark.`,
      };
    } else this.encoding = 'utf-8';
    const mark = this.encoding !== 'utf-8' ? 2 : a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
    if (this.encoding !== undefined) this.decodedBytes += mark;
    return mark;
  }

  private fromUtf8(bytes: Uint8Array): string {
    try {
      const text = this.utf8.decode(bytes);
      this.decodedBytes += bytes.length;
      return text;
    } catch {
      const valid = validUtf8Length(bytes);
      const byte = `0x${(bytes[valid] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
      this.refusal = {
        kind: 'encoding',
        message: `The byte ${byte} is not UTF-8 at this place.`,
        remedy: `${saveAsUtf8} It may have been saved as ISO-8859-1 or Windows-1252, or been damaged on the way.`,
      };
      this.decodedBytes += valid;
      return this.utf8.decode(bytes.subarray(0, valid));
    }
  }

  private fromUtf16(bytes: Uint8Array): string {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const units = new Uint16Array(bytes.length / 2);
    for (let index = 0; index < units.length; index++)
      units[index] = view.getUint16(index * 2, this.encoding === 'utf-16le');
    let text = '';
    // String.fromCharCode takes its units as arguments, of which an engine accepts a limited number.
    for (let from = 0; from < units.length; from += 8192)
      text += String.fromCharCode(...units.subarray(from, from + 8192));
    if (!text.isWellFormed()) {
      text = text.slice(0, firstLoneSurrogate(text));
      this.refusal = {
        kind: 'encoding',
        message: 'A surrogate without its partner is not UTF-16.',
        remedy: saveAsUtf8,
      };
    }
    this.decodedBytes += text.length * 2;
    return text;
  }

  private wholeUtf16(bytes: Uint8Array): number {
    const even = bytes.length - (bytes.length % 2);
    if (even === 0) return 0;
    const high = this.encoding === 'utf-16le' ? bytes[even - 1]! : bytes[even - 2]!;
    return (high & 0xfc) === 0xd8 ? even - 2 : even;
  }

  /** Cuts the text before the first character that XML does not allow. */
  private legal(text: string): string {
    const at = findForbiddenCharacter(text);
    if (at < 0) return text;
    this.decodedBytes -= this.byteLength(text.slice(at));
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    this.refusal = {
      kind: 'malformed',
      message: `The character U+${code} is not allowed in XML.`,
      remedy: 'Remove control characters from the data before writing the message.',
    };
    return text.slice(0, at);
  }

  /** How many received bytes a piece of decoded text took. */
  byteLength(text: string): number {
    if (this.encoding !== 'utf-8') return text.length * 2;
    let length = text.length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      // Each half of a surrogate pair counts two of the four bytes.
      if (code > 0x7f) length += code > 0x7ff && (code & 0xf800) !== 0xd800 ? 2 : 1;
    }
    return length;
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

/** How many bytes at the end begin a character that is not complete. */
function unfinishedUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

/** Length of the longest valid beginning (Unicode 15, table 3-7). */
function validUtf8Length(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = utf8CharacterLength(bytes, at);
    if (length === 0) break;
    at += length;
  }
  return at;
}

function utf8CharacterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let next = 2; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function firstLoneSurrogate(text: string): number {
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index)!;
    if (code >= 0xd800 && code <= 0xdfff) return index;
    if (code > 0xffff) index++;
  }
  return text.length;
}
