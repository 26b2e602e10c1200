export { isObjectId, type ObjectId } from './object-id.ts';
export type { LocalFile, ObjectStore, PutOptions, StoredObject } from './object-store.ts';
export { openStorage, type StorageOptions } from './open-storage.ts';
export type { S3Options } from './s3/s3-client.ts';
