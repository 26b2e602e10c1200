import { createFileStore } from './file-store.ts';
import { openIncoming } from './incoming.ts';
import type { ObjectStore } from './object-store.ts';
import { createS3Store } from './s3/s3-store.ts';
import type { S3Options } from './s3/s3-client.ts';

export type StorageOptions = {
  /** Keeps the objects, or with S3 only what is on its way there and copies of what is in use. */
  readonly directory: string;
  readonly s3?: S3Options | undefined;
};

/** Opens the store of an installation and removes what an interrupted process left unfinished in its directory. */
export async function openStorage({ directory, s3 }: StorageOptions): Promise<ObjectStore> {
  const incoming = await openIncoming(directory);
  return s3 === undefined ? createFileStore(directory, incoming) : createS3Store(s3, directory, incoming);
}
