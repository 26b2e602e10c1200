import { problem } from '@altis/kernel';

/** The name of an object: the SHA-256 of its content in hexadecimal. The same content has the same name everywhere. */
export type ObjectId = `sha256-${string}`;

/** Whether a text is the name of an object. */
export function isObjectId(text: string): text is ObjectId {
  return /^sha256-[0-9a-f]{64}$/.test(text);
}

/** The hexadecimal digits of an object's name; safe in a path. */
export function digestOf(id: ObjectId): string {
  if (!isObjectId(id)) {
    throw problem('INVALID_INPUT', `"${String(id).slice(0, 80)}" is not the name of a stored object.`, {
      remedy: 'It is "sha256-" and 64 hexadecimal digits.',
    });
  }
  return id.slice('sha256-'.length);
}
