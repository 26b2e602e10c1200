import type { Fault } from '../fault.ts';
import { ByteDecoder } from './byte-decoder.ts';

/** Where in the input something stands; see `Fault`. */
export type XmlPosition = { readonly line: number; readonly column: number; readonly byteOffset: number };

/** The part of the input that is decoded and not consumed yet, and where in the whole it stands. */
export class InputWindow {
  text = '';
  readonly decoder = new ByteDecoder();
  private readonly maxBytes: number;
  private receivedBytes = 0;
  private isTooLarge = false;
  /** Text that came while `text` was an unfinished token. */
  private arrived = '';
  /** Position of the first character of `text`. */
  private line = 1;
  private column = 1;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** Takes bytes in; returns whether it is worth to look at `text` again. */
  take(piece: Uint8Array, last: boolean): boolean {
    const room = this.maxBytes - this.receivedBytes;
    this.receivedBytes += piece.length;
    this.isTooLarge = piece.length > room;
    this.arrived += this.decoder.decode(this.isTooLarge ? piece.subarray(0, room) : piece, last && !this.isTooLarge);
    // An unfinished token is looked at again only when as much again has come: linear time, even byte by byte.
    if (!last && !this.isStopped && this.arrived.length < this.text.length) return false;
    this.text += this.arrived;
    this.arrived = '';
    return true;
  }

  /** Whether nothing will follow `text`, for the reason `stop` gives. */
  get isStopped(): boolean {
    return this.isTooLarge || this.decoder.refusal !== undefined;
  }

  /** Why the input cannot be read beyond `text`. */
  get stop(): Pick<Fault, 'kind' | 'message' | 'remedy'> | undefined {
    if (!this.isTooLarge || this.decoder.refusal !== undefined) return this.decoder.refusal;
    const message = `The message is larger than ${this.maxBytes} bytes.`;
    return { kind: 'limit', message, remedy: 'Raise maxBytes if messages of this size are expected.' };
  }

  /** Drops the beginning of `text`. */
  consume(length: number): void {
    if (length === 0) return;
    const consumed = this.text.slice(0, length);
    const newlines = countNewlines(consumed);
    this.column = newlines === 0 ? this.column + length : length - consumed.lastIndexOf('\n');
    this.line += newlines;
    this.text = this.text.slice(length);
  }

  /** Position of the character at an index of `text`. */
  position(at: number): XmlPosition {
    const before = this.text.slice(0, at);
    const newlines = countNewlines(before);
    return {
      line: this.line + newlines,
      column: newlines === 0 ? this.column + at : at - before.lastIndexOf('\n'),
      byteOffset: this.decoder.decodedBytes - this.decoder.byteLength(this.text.slice(at) + this.arrived),
    };
  }
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
