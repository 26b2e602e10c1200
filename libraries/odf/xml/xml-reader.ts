import type { Fault, FaultKind } from '../fault.ts';
import { quote } from '../fault.ts';
import { checkXmlDeclaration } from './check-xml-declaration.ts';
import { decodeReferences } from './decode-references.ts';
import { InputWindow } from './input-window.ts';
import type { XmlPosition } from './input-window.ts';
import { isSpace, startsName, continuesName } from './xml-characters.ts';
import { defaultXmlLimits } from './xml-limits.ts';
import type { XmlLimits } from './xml-limits.ts';
import { XmlRefusal } from './xml-refusal.ts';

/** Receives a document piece by piece. Texts arrive whole: two never follow one another. */
export type XmlHandler = {
  openElement(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  closeElement(name: string): void;
};

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const EQUALS = 61;
const AMPERSAND = 38;
const INCOMPLETE = -1;
const PIECE = 65_536;

/**
 * Reads XML 1.0 from chunks of bytes, however they are cut, without ever resolving anything outside the document:
 * document type declarations are refused, and with them every entity but the five predefined ones.
 * Holds one token at a time. Namespaces are not resolved; ODF has none.
 */
export class XmlReader {
  /** The fault that ended the reading, if one did. */
  fault: Fault | undefined;
  private readonly handler: XmlHandler;
  private readonly limits: XmlLimits;
  private readonly input: InputWindow;
  private atStart = true;
  private rootClosed = false;
  private readonly open: string[] = [];
  private pendingText = '';
  /** Index in the input window of the token being read. */
  private tokenAt = 0;

  constructor(handler: XmlHandler, limits: Partial<XmlLimits> = {}) {
    this.handler = handler;
    this.limits = { ...defaultXmlLimits, ...limits };
    this.input = new InputWindow(this.limits.maxBytes);
  }

  /** Reads the next bytes; returns the fault as soon as there is one, and takes no more after that. */
  write(chunk: Uint8Array): Fault | undefined {
    return this.guarded(() => {
      for (let from = 0; from < chunk.length; from += PIECE) this.take(chunk.subarray(from, from + PIECE), false);
    });
  }

  /** Says that the input is complete. */
  end(): Fault | undefined {
    return this.guarded(() => {
      this.take(new Uint8Array(0), true);
      if (this.input.text !== '')
        this.refuse('truncated', 'The message ends inside a tag, comment or text.', sendAgain, this.input.text.length);
      if (this.open.length > 0) {
        this.refuse(
          'truncated',
          `The message ends before <${this.open.at(-1)}> is closed.`,
          sendAgain,
          this.input.text.length,
        );
      }
      if (!this.rootClosed) this.refuse('truncated', 'The message is empty.', sendAgain, 0);
    });
  }

  /** Where the token being handled begins; for handlers. */
  position(): XmlPosition {
    return this.input.position(this.tokenAt);
  }

  /** Ends the reading with a fault at the token being handled; for handlers. */
  refuse(kind: FaultKind, message: string, remedy: string, at = this.tokenAt): never {
    throw new XmlRefusal({ kind, message, remedy, ...this.input.position(at) });
  }

  private guarded(step: () => void): Fault | undefined {
    if (this.fault !== undefined) return this.fault;
    try {
      step();
    } catch (error) {
      if (!(error instanceof XmlRefusal)) throw error;
      this.fault = error.fault;
    }
    return this.fault;
  }

  private take(piece: Uint8Array, last: boolean): void {
    if (!this.input.take(piece, last)) return;
    this.scan(last || this.input.isStopped);
    const { stop } = this.input;
    if (stop !== undefined) this.refuse(stop.kind, stop.message, stop.remedy, this.input.text.length);
  }

  private scan(final: boolean): void {
    const { text } = this.input;
    let at = 0;
    while (at < text.length) {
      this.tokenAt = at;
      const next = text.charCodeAt(at) === LESS ? this.readMarkup(at) : this.readText(at, final);
      if (next === INCOMPLETE) break;
      this.atStart = false;
      at = next;
    }
    this.input.consume(at);
    this.tokenAt = 0;
  }

  private readMarkup(at: number): number {
    const buffer = this.input.text;
    if (at + 1 >= buffer.length) return INCOMPLETE;
    const next = buffer.charCodeAt(at + 1);
    if (next === SLASH) return this.readCloseTag(at);
    if (next === BANG) return this.readDeclaration(at);
    if (next === QUESTION) return this.readInstruction(at);
    return this.readOpenTag(at);
  }

  private readText(at: number, final: boolean): number {
    const { limits } = this;
    const buffer = this.input.text;
    if (this.open.length === 0) return this.skipOutside(at);
    const found = buffer.indexOf('<', at);
    const end = found < 0 ? buffer.length : found;
    this.checkLength(end - at + this.pendingText.length, limits.maxTextLength, 'text', 'maxTextLength');
    if (found < 0 && !final) return INCOMPLETE;
    let text = buffer.slice(at, end);
    const closing = text.indexOf(']]>');
    if (closing >= 0) this.refuse('malformed', 'Text must not contain "]]>".', 'Write it as "]]&gt;".', at + closing);
    if (text.includes('&')) {
      text = decodeReferences(text, withLineFeeds, (kind, message, remedy, offset) =>
        this.refuse(kind, message, remedy, at + offset),
      );
    } else if (text.includes('\r')) text = withLineFeeds(text);
    if (found < 0) return INCOMPLETE;
    this.pendingText = this.pendingText === '' ? text : this.pendingText + text;
    return end;
  }

  private skipOutside(at: number): number {
    const buffer = this.input.text;
    for (let index = at; index < buffer.length; index++) {
      const code = buffer.charCodeAt(index);
      if (code === LESS) return index;
      if (isSpace(code)) continue;
      const found = quote(buffer.slice(index, index + 1));
      if (!this.rootClosed)
        this.refuse(
          'malformed',
          `No XML: the first character is ${found}, not "<".`,
          'Send an ODF message as plain XML, not compressed or wrapped.',
          index,
        );
      this.refuse(
        'malformed',
        `Text ${found} follows the end of the document.`,
        'Send one document per message.',
        index,
      );
    }
    return buffer.length;
  }

  private readCloseTag(at: number): number {
    const buffer = this.input.text;
    const expected = this.open.at(-1);
    if (
      expected !== undefined &&
      buffer.charCodeAt(at + 2 + expected.length) === GREATER &&
      buffer.startsWith(expected, at + 2)
    ) {
      this.closeElement(expected);
      return at + 3 + expected.length;
    }
    const nameEnd = this.readName(at + 2);
    if (nameEnd === INCOMPLETE) return INCOMPLETE;
    const name = buffer.slice(at + 2, nameEnd);
    if (expected === undefined)
      this.refuse('malformed', `</${name}> closes nothing.`, 'Open every element before closing it.');
    if (name !== expected)
      this.refuse(
        'malformed',
        `</${name}> stands where </${expected}> must.`,
        'Close elements in the reverse order of opening them.',
      );
    const end = skipSpace(buffer, nameEnd);
    if (end >= buffer.length) return INCOMPLETE;
    if (buffer.charCodeAt(end) !== GREATER)
      this.refuse('malformed', `</${name} is not ended by ">".`, 'A closing tag holds a name only.', end);
    this.closeElement(name);
    return end + 1;
  }

  private closeElement(name: string): void {
    this.flushText();
    this.open.pop();
    this.rootClosed = this.open.length === 0;
    this.handler.closeElement(name);
  }

  private flushText(): void {
    if (this.pendingText === '') return;
    const text = this.pendingText;
    this.pendingText = '';
    this.handler.text(text);
  }

  private readOpenTag(at: number): number {
    const { limits } = this;
    const buffer = this.input.text;
    const nameEnd = this.readName(at + 1);
    if (nameEnd === INCOMPLETE) return INCOMPLETE;
    const name = buffer.slice(at + 1, nameEnd);
    const attributes: Record<string, string> = {};
    let count = 0;
    let index = nameEnd;
    for (;;) {
      const afterSpace = skipSpace(buffer, index);
      if (afterSpace >= buffer.length) return INCOMPLETE;
      const code = buffer.charCodeAt(afterSpace);
      if (code === GREATER) return this.openElement(name, attributes, false, afterSpace + 1);
      if (code === SLASH) {
        if (afterSpace + 1 >= buffer.length) return INCOMPLETE;
        if (buffer.charCodeAt(afterSpace + 1) === GREATER)
          return this.openElement(name, attributes, true, afterSpace + 2);
        this.refuse('malformed', `"/" inside <${name}> is not followed by ">".`, 'Quote attribute values.', afterSpace);
      }
      if (afterSpace === index)
        this.refuse('malformed', `White space is missing inside <${name}>.`, 'Separate attributes by a space.', index);
      if (++count > limits.maxAttributes)
        this.refuse(
          'limit',
          `<${name}> has more than ${limits.maxAttributes} attributes.`,
          'Raise maxAttributes if this is expected.',
          afterSpace,
        );
      index = this.readAttribute(afterSpace, attributes);
      if (index === INCOMPLETE) return INCOMPLETE;
    }
  }

  private openElement(name: string, attributes: Record<string, string>, empty: boolean, end: number): number {
    this.flushText();
    if (this.rootClosed)
      this.refuse('malformed', `<${name}> follows the end of the document.`, 'Send one document per message.');
    this.open.push(name);
    if (this.open.length > this.limits.maxDepth) {
      this.refuse(
        'limit',
        `Elements are nested deeper than ${this.limits.maxDepth}.`,
        'Raise maxDepth if this is expected; ODF needs about 12.',
      );
    }
    this.handler.openElement(name, attributes);
    if (empty) this.closeElement(name);
    return end;
  }

  /** Reads `name="value"` into `attributes` and returns the index after it. */
  private readAttribute(at: number, attributes: Record<string, string>): number {
    const buffer = this.input.text;
    const nameEnd = this.readName(at);
    if (nameEnd === INCOMPLETE) return INCOMPLETE;
    let index = buffer.charCodeAt(nameEnd) === EQUALS ? nameEnd : skipSpace(buffer, nameEnd);
    if (index >= buffer.length) return INCOMPLETE;
    const name = buffer.slice(at, nameEnd);
    if (buffer.charCodeAt(index) !== EQUALS)
      this.refuse('malformed', `The attribute ${name} has no value.`, 'Write every attribute as Name="value".', index);
    index++;
    if (isSpace(buffer.charCodeAt(index))) index = skipSpace(buffer, index);
    if (index >= buffer.length) return INCOMPLETE;
    const mark = buffer.charCodeAt(index);
    if (mark !== 34 && mark !== 39)
      this.refuse(
        'malformed',
        `The value of the attribute ${name} is not in quotes.`,
        'Write every attribute as Name="value".',
        index,
      );
    const end = this.findValueEnd(name, index + 1, mark);
    if (end === INCOMPLETE) return INCOMPLETE;
    if (attributes[name] !== undefined && Object.hasOwn(attributes, name)) {
      this.refuse('malformed', `The attribute ${name} occurs twice in one element.`, 'Write it once.', at);
    }
    const value = this.valueOf(index + 1, end);
    if (name === '__proto__')
      Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true, writable: true });
    else attributes[name] = value;
    return end + 1;
  }

  private valueIsPlain = true;

  /** Index of the closing quote; notes in `valueIsPlain` whether the value needs no decoding. */
  private findValueEnd(name: string, at: number, mark: number): number {
    const buffer = this.input.text;
    const stop = at + this.limits.maxAttributeLength;
    const end = Math.min(buffer.length, stop + 1);
    let plain = true;
    for (let index = at; index < end; index++) {
      const code = buffer.charCodeAt(index);
      if (code === mark) {
        this.valueIsPlain = plain;
        return index;
      }
      if (code === LESS)
        this.refuse(
          'malformed',
          `The value of the attribute ${name} contains "<".`,
          'Write it as "&lt;", or close the quotes before.',
          index,
        );
      if (code === AMPERSAND || code < 32) plain = false;
    }
    if (buffer.length > stop) {
      this.refuse(
        'limit',
        `The value of the attribute ${name} is longer than ${this.limits.maxAttributeLength}.`,
        'Raise maxAttributeLength if this is expected.',
        at,
      );
    }
    return INCOMPLETE;
  }

  /** The value between two indices, normalised (XML 1.0, 3.3.3). */
  private valueOf(from: number, to: number): string {
    const raw = this.input.text.slice(from, to);
    if (this.valueIsPlain) return raw;
    return decodeReferences(raw, withSpaces, (kind, message, remedy, offset) =>
      this.refuse(kind, message, remedy, from + offset),
    );
  }

  /** Index after the name that begins at `at`. */
  private readName(at: number): number {
    const buffer = this.input.text;
    if (at >= buffer.length) return INCOMPLETE;
    if (!startsName(buffer.charCodeAt(at))) {
      this.refuse(
        'malformed',
        `No name can begin with ${quote(buffer.slice(at, at + 1))}.`,
        'Write "<" in text and values as "&lt;".',
        at,
      );
    }
    let index = at + 1;
    while (index < buffer.length && continuesName(buffer.charCodeAt(index))) index++;
    if (index - at > this.limits.maxNameLength)
      this.refuse(
        'limit',
        `A name is longer than ${this.limits.maxNameLength}.`,
        'Raise maxNameLength if this is expected.',
        at,
      );
    return index >= buffer.length ? INCOMPLETE : index;
  }

  private readDeclaration(at: number): number {
    const buffer = this.input.text;
    if (buffer.startsWith('<!--', at)) return this.readComment(at);
    if (buffer.startsWith('<![CDATA[', at) && this.open.length > 0) return this.readCdata(at);
    const start = buffer.slice(at, at + 9);
    if (
      '<!--'.startsWith(start) ||
      '<!DOCTYPE'.startsWith(start) ||
      ('<![CDATA['.startsWith(start) && this.open.length > 0)
    ) {
      if (start !== '<!DOCTYPE') return INCOMPLETE;
      this.refuse(
        'doctype',
        'The message has a document type declaration.',
        'Send it without <!DOCTYPE …>; ODF needs none, and entities are never expanded.',
      );
    }
    return this.refuse('malformed', `${quote(start)} is no XML at this place.`, 'Write "<" in text as "&lt;".');
  }

  private readComment(at: number): number {
    const buffer = this.input.text;
    const dashes = buffer.indexOf('--', at + 4);
    this.checkLength((dashes < 0 ? buffer.length : dashes) - at, this.limits.maxTextLength, 'comment', 'maxTextLength');
    if (dashes < 0 || dashes + 2 >= buffer.length) return INCOMPLETE;
    if (buffer.charCodeAt(dashes + 2) !== GREATER)
      this.refuse('malformed', 'A comment must not contain "--".', 'Remove the comment.', dashes);
    return dashes + 3;
  }

  private readCdata(at: number): number {
    const buffer = this.input.text;
    const end = buffer.indexOf(']]>', at + 9);
    const length = (end < 0 ? buffer.length : end) - at - 9 + this.pendingText.length;
    this.checkLength(end < 0 ? length - 2 : length, this.limits.maxTextLength, 'text', 'maxTextLength');
    if (end < 0) return INCOMPLETE;
    const text = buffer.slice(at + 9, end);
    this.pendingText += text.includes('\r') ? withLineFeeds(text) : text;
    return end + 3;
  }

  private readInstruction(at: number): number {
    const buffer = this.input.text;
    const nameEnd = this.readName(at + 2);
    if (nameEnd === INCOMPLETE) return INCOMPLETE;
    const target = buffer.slice(at + 2, nameEnd);
    const end = buffer.indexOf('?>', nameEnd);
    this.checkLength(
      (end < 0 ? buffer.length - 1 : end) - at,
      this.limits.maxTextLength,
      'processing instruction',
      'maxTextLength',
    );
    if (target.toLowerCase() === 'xml' && !(this.atStart && target === 'xml')) {
      this.refuse(
        'malformed',
        'The XML declaration is not at the very start.',
        'Remove what stands before it, or send one document per message.',
      );
    }
    if (end < 0) return INCOMPLETE;
    if (end !== nameEnd && !isSpace(buffer.charCodeAt(nameEnd)))
      this.refuse('malformed', 'White space is missing in a processing instruction.', 'Remove it.', nameEnd);
    if (target === 'xml') {
      const wrong = checkXmlDeclaration(buffer.slice(nameEnd, end), this.input.decoder.encoding ?? 'utf-8');
      if (wrong !== undefined) this.refuse(wrong.kind, wrong.message, wrong.remedy);
    }
    return end + 2;
  }

  private checkLength(length: number, limit: number, what: string, option: string): void {
    if (length > limit)
      this.refuse('limit', `A ${what} is longer than ${limit}.`, `Raise ${option} if this is expected.`);
  }
}

const sendAgain = 'Send the whole message again.';

function skipSpace(text: string, at: number): number {
  let index = at;
  while (isSpace(text.charCodeAt(index))) index++;
  return index;
}

/** Line ends as XML 1.0, 2.11 wants them. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** White space in attribute values as XML 1.0, 3.3.3 wants it. */
function withSpaces(text: string): string {
  return text.replace(/\r\n|[\r\n\t]/g, ' ');
}
