import type { Readable } from 'node:stream';
import { problem } from '@altis/kernel';
import type { ObjectId } from './object-id.ts';

export type StoredObject = { readonly id: ObjectId; readonly sizeBytes: number };

export type PutOptions = {
  /** The SHA-256 (hexadecimal) that the sender announced; other content is refused. */
  readonly expectedSha256?: string;
};

/** A file that a program can open by its path. */
export type LocalFile = {
  readonly path: string;
  /** To be called when the path is not needed any more. */
  readonly release: () => Promise<void>;
};

/**
 * Content kept under the name that follows from it, so it never changes and the same content is kept once.
 * Whoever deletes an object makes sure that nobody else refers to it.
 */
export interface ObjectStore {
  /**
   * Keeps what the source yields. When it returns, the object is whole and survives a power cut; when it throws, nothing is left.
   * @throws Problem `STORAGE_FULL`, or `INVALID_INPUT` for content that is not the expected.
   */
  put(source: AsyncIterable<Uint8Array>, options?: PutOptions): Promise<StoredObject>;
  /** Keeps a file; with `move` the file goes, which costs no copy where the store is on the same disk. */
  putFile(path: string, options?: { readonly move?: boolean }): Promise<StoredObject>;
  /**
   * The bytes from `start` to `end`, both included (as in RFC 9110, clause 14.1.2, an `end` behind the last byte means the last), or all of them.
   * @throws Problem `NOT_FOUND`, or `INVALID_INPUT` for a range that begins behind the end.
   */
  read(id: ObjectId, range?: { readonly start: number; readonly end: number }): Promise<Readable>;
  stat(id: ObjectId): Promise<StoredObject | undefined>;
  /** The object as a file: itself, or a copy that stays until it is released. Not to be written to. */
  localPath(id: ObjectId): Promise<LocalFile>;
  /** Removes an object; one that is not there is no error. */
  delete(id: ObjectId): Promise<void>;
}

/** What reading an object that is not there throws. */
export function noSuchObject(id: ObjectId) {
  return problem('NOT_FOUND', `The object ${id} is not in the store.`, {
    remedy: 'It was deleted, or belongs to another installation: check ALTIS_DATA and the bucket.',
  });
}

/** Refuses a range that has no byte in an object, whose size is told where it is known. */
export function noSuchRange(id: ObjectId, range: { readonly start: number; readonly end: number }, sizeBytes?: number) {
  return problem('INVALID_INPUT', `The object ${id} has no bytes from ${range.start} to ${range.end}.`, {
    remedy: sizeBytes === undefined ? 'Ask for bytes that it has.' : `It has ${sizeBytes} bytes, counted from 0.`,
    details: { sizeBytes },
  });
}

/** Whether a range is one at all; if it has bytes is for the store to say. */
export function isRange(range: { readonly start: number; readonly end: number }): boolean {
  return (
    Number.isSafeInteger(range.start) && Number.isSafeInteger(range.end) && 0 <= range.start && range.start <= range.end
  );
}
