import { randomBytes } from 'node:crypto';

declare const name: unique symbol;
/** A string that identifies one kind of thing: `Id<'moment'>` cannot be passed where `Id<'clip'>` is asked for. */
export type Id<Name extends string> = string & { readonly [name]: Name };

/**
 * A new identifier such as `moment_0199f3…`: its kind, then a UUID version 7 (RFC 9562, clause 5.7) in hexadecimal.
 * Identifiers made later sort after those made earlier, to the millisecond.
 */
export function newId<Name extends string>(kind: Name, nowMs: number = Date.now()): Id<Name> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `${kind}_${bytes.toString('hex')}` as Id<Name>;
}

/** Whether a text has the form that {@link newId} gives to identifiers of this kind. */
export function isId<Name extends string>(kind: Name, text: string): text is Id<Name> {
  return text.startsWith(`${kind}_`) && /^[0-9a-f]{32}$/.test(text.slice(kind.length + 1));
}
