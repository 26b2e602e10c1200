import { S3Client } from '@aws-sdk/client-s3';
import { messageOf, problem } from '@altis/kernel';

export type S3Options = {
  readonly bucket: string;
  /** The address of a server other than Amazon's, such as `http://minio.example:9000`. */
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  /** Without both keys, the environment, the profile or the machine's role are asked, as Amazon's tools do. */
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
  /** Before every key, such as `altis/`. */
  readonly prefix?: string | undefined;
  /** Copies of objects in use take at most so much of the local disk; 10 GiB unless told. */
  readonly cacheBytes?: number | undefined;
};

/** A client for Amazon S3 or a server that speaks its protocol. */
export function createS3Client(options: S3Options): S3Client {
  const { endpoint, accessKeyId, secretAccessKey } = options;
  return new S3Client({
    region: options.region ?? 'us-east-1',
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey } }),
    // The newer checksums are unknown to many servers, and our names prove the content better.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** The HTTP status with which the server refused, or undefined when none answered. */
export function statusOf(error: unknown): number | undefined {
  const metadata = typeof error === 'object' && error !== null && '$metadata' in error ? error.$metadata : undefined;
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? metadata.httpStatusCode
      : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** Says in words what the server would not do, and what to check. */
export function explainS3Error(error: unknown, { bucket, endpoint }: S3Options): unknown {
  if (error instanceof Error && error.name === 'Problem') return error;
  const place = `the bucket "${bucket}" at ${endpoint ?? 'Amazon S3'}`;
  const name = error instanceof Error ? error.name : '';
  const status = statusOf(error);
  if (status === 507 || /full|quota/i.test(name)) {
    return problem('STORAGE_FULL', `There is no space left in ${place}.`, {
      remedy: 'Enlarge it, then try again; nothing half-done was left.',
      cause: error,
    });
  }
  return problem('UNAVAILABLE', `Storing in ${place} fails: ${name} ${messageOf(error)}`, {
    remedy:
      status === undefined
        ? 'Check that the server runs and that the endpoint is right.'
        : 'Check that the bucket exists and that the access key may read, write and delete in it.',
    cause: error,
  });
}
