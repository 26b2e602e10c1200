/**
 * Why a text could not be read, as a value: what is wrong, where, and what to do about it.
 *
 * `line` and `column` count from 1 (columns in UTF-16 code units), `byteOffset` from 0 in the bytes received, a byte
 * order mark included. They are absent where a value, not a document, was read.
 */
export type Fault = {
  readonly kind: FaultKind;
  readonly message: string;
  readonly remedy: string;
  readonly line?: number;
  readonly column?: number;
  readonly byteOffset?: number;
};

/**
 * - `encoding`: not UTF-8 (or UTF-16 with a byte order mark), or bytes that are no characters of it
 * - `malformed`: no well-formed XML 1.0
 * - `doctype`, `entity`: a document type declaration or an entity beyond the five predefined ones
 * - `limit`: larger or deeper than the reader was told to accept
 * - `truncated`: the document ends too early
 * - `not-odf`: well-formed XML that is no ODF message
 * - `header`: an ODF message whose attributes do not say what it is
 * - `value`: a single code, date or time that cannot be read
 */
export type FaultKind =
  | 'encoding'
  | 'malformed'
  | 'doctype'
  | 'entity'
  | 'limit'
  | 'truncated'
  | 'not-odf'
  | 'header'
  | 'value';

/** A value, or the fault that stands in its way. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** Shorthand for a reading that failed on a single value. */
export function valueFault(message: string, remedy: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { kind: 'value', message, remedy } };
}

/** A piece of input quoted for an error text: shortened, control characters made visible. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
