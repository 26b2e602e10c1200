import { defineConfig } from '@altis/config';
import * as z from 'zod';

const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1')])
  .default(false);

const hops = z
  .preprocess(
    (value) => (value === true || value === 'true' ? 1 : value === false || value === 'false' ? 0 : value),
    z.coerce.number().int().min(0).max(10),
  )
  .default(0);

/** The settings of the server itself; packages and systems declare their own beside their code. */
export const serverConfig = defineConfig('server', {
  host: {
    schema: z.string().default('127.0.0.1'),
    env: 'HOST',
    description: 'Address to listen on (default 127.0.0.1; 0.0.0.0 for every network).',
  },
  port: {
    schema: z.coerce.number().int().min(0).max(65_535).default(8080),
    env: 'PORT',
    description: 'TCP port (default 8080; 0 takes a free one).',
  },
  logLevel: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
    env: 'ALTIS_LOG',
    description: 'Least severity that is logged (default warn).',
  },
  logPretty: { schema: flag, env: 'ALTIS_LOG_PRETTY', description: 'Readable log lines instead of JSON.' },
  trustProxy: {
    schema: hops,
    env: 'ALTIS_TRUST_PROXY',
    description:
      'Reverse proxies in front whose X-Forwarded-* headers are believed (default 0; 1 or true: one that sets them).',
  },
  requestsPerMinute: {
    schema: z.coerce.number().int().min(60).default(6_000),
    env: 'ALTIS_REQUESTS_PER_MINUTE',
    description: 'Requests that one account or address may send in a minute (default 6000).',
  },
  headTimeoutMs: {
    schema: z.coerce.number().int().min(100).default(15_000),
    env: 'ALTIS_HEAD_TIMEOUT_MS',
    description: 'How long a client may take to send the head of a request, in milliseconds (default 15000).',
  },
  bodyLimitBytes: {
    schema: z.coerce
      .number()
      .int()
      .min(1_000)
      .default(1024 * 1024),
    env: 'ALTIS_BODY_LIMIT_BYTES',
    description:
      'Largest JSON body of a contract route (default 1 MiB); results messages and uploads have limits of their own.',
  },
  callSecret: {
    schema: z.string().min(32).optional(),
    env: 'ALTIS_CALL_SECRET',
    secret: true,
    description:
      'Secret by which processes of one installation prove calls to each other; by default kept in the data folder.',
  },
});

export const databaseConfig = defineConfig('database', {
  url: {
    schema: z.string().optional(),
    env: 'DATABASE_URL',
    secret: true,
    description:
      'postgres://… of a server of your own (15 or newer); by default PostgreSQL 18 is started in the data folder.',
  },
});

export const eventsConfig = defineConfig('events', {
  natsUrl: {
    schema: z.string().optional(),
    description: 'nats://… to carry events over NATS JetStream; by default PostgreSQL carries them.',
  },
});

export const storageConfig = defineConfig('storage', {
  s3Bucket: {
    schema: z.string().optional(),
    description: 'Bucket that keeps the objects; by default they are files in the data folder.',
  },
  s3Endpoint: { schema: z.string().optional(), description: 'URL of an S3 service other than AWS.' },
  s3Region: { schema: z.string().default('us-east-1'), description: 'Region of the bucket.' },
  s3AccessKeyId: { schema: z.string().optional(), description: 'Access key; by default the AWS SDK looks for one.' },
  s3SecretAccessKey: { schema: z.string().optional(), secret: true, description: 'Secret of the access key.' },
});

export const mediaConfig = defineConfig('media', {
  workers: {
    schema: z.coerce.number().int().min(1).max(64).default(2),
    description: 'Processes that decode and encode (default 2).',
  },
});

export const uploadsConfig = defineConfig('uploads', {
  maxBytes: {
    schema: z.coerce
      .number()
      .int()
      .min(1)
      .default(200 * 1024 ** 3),
    description: 'Largest upload in bytes (default 200 GiB).',
  },
});
