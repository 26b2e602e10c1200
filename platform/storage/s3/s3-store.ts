import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { requireFile } from '../file-store.ts';
import { identifyFile, type Incoming } from '../incoming.ts';
import { digestOf, type ObjectId } from '../object-id.ts';
import { isRange, noSuchObject, noSuchRange, type ObjectStore, type StoredObject } from '../object-store.ts';
import { createS3Client, explainS3Error, statusOf, type S3Options } from './s3-client.ts';
import { createCache } from './cache.ts';

/** One part of an upload. S3 takes 10,000 parts, so the largest object has 160 GB. */
const partBytes = 16 * 1024 * 1024;
const partsAtOnce = 2;

/**
 * Keeps objects in a bucket, each under its name. What arrives is written to the local disk first, because its name is known
 * only at its end; S3 shows an object only when it is whole.
 */
export async function createS3Store(options: S3Options, directory: string, incoming: Incoming): Promise<ObjectStore> {
  const client = createS3Client(options);
  const explained = (error: unknown) => {
    throw explainS3Error(error, options);
  };
  await client.send(new HeadBucketCommand({ Bucket: options.bucket })).catch(explained);
  const location = (id: ObjectId) => ({ Bucket: options.bucket, Key: `${options.prefix ?? ''}sha256/${digestOf(id)}` });

  const store: ObjectStore = {
    put: async (source, putOptions) => {
      const { path, ...object } = await incoming.receive(source, putOptions);
      try {
        await upload(path, object);
      } finally {
        await rm(path, { force: true });
      }
      return object;
    },
    putFile: async (path, putOptions) => {
      await requireFile(path);
      if (putOptions?.move !== true) return store.put(createReadStream(path));
      const object = await identifyFile(path);
      await upload(path, object);
      await rm(path);
      return object;
    },
    read: async (id, range) => {
      if (range !== undefined && !isRange(range)) throw noSuchRange(id, range);
      const bytes = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` };
      const answer = await client.send(new GetObjectCommand({ ...location(id), ...bytes })).catch((error: unknown) => {
        if (statusOf(error) === 404) throw noSuchObject(id);
        if (statusOf(error) === 416 && range !== undefined) throw noSuchRange(id, range);
        return explained(error);
      });
      if (!(answer.Body instanceof Readable)) throw noSuchObject(id);
      return answer.Body;
    },
    stat: async (id) => {
      const answer = await client.send(new HeadObjectCommand(location(id))).catch((error: unknown) => {
        if (statusOf(error) === 404) return undefined;
        return explained(error);
      });
      return answer === undefined ? undefined : { id, sizeBytes: answer.ContentLength ?? 0 };
    },
    localPath: (id) => cache.lend(id),
    delete: async (id) => {
      await client.send(new DeleteObjectCommand(location(id))).catch(explained);
      await cache.forget(id);
    },
  };
  const cache = await createCache({
    directory,
    incoming,
    limitBytes: options.cacheBytes,
    download: (id) => store.read(id),
  });
  return store;

  async function upload(path: string, object: StoredObject): Promise<void> {
    const body = createReadStream(path);
    const sending = new Upload({
      client,
      params: { ...location(object.id), Body: body, ContentType: 'application/octet-stream' },
      partSize: partBytes,
      queueSize: partsAtOnce,
    });
    await sending
      .done()
      .catch(explained)
      .finally(() => body.destroy());
  }
}
