import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStorage, type ObjectId, type ObjectStore, type S3Options } from './index.ts';

/** The part that is used here of a package without types: an S3 server for tests. */
type S3Server = { run(): Promise<AddressInfo>; close(): Promise<void> };
type S3ServerType = new (options: object) => S3Server;
const S3rver = createRequire(import.meta.url)('s3rver') as S3ServerType;

let base: string;
let s3Server: S3Server;
let s3: S3Options;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'altis-storage-'));
  s3Server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(base, 'bucket'),
    configureBuckets: [{ name: 'altis' }],
  });
  const { port } = await s3Server.run();
  s3 = {
    bucket: 'altis',
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    prefix: 'venue/',
    cacheBytes: 1_000_000,
  };
});

afterAll(async () => {
  await s3Server.close();
  await rm(base, { recursive: true, force: true });
});

const nameOf = (content: string | Buffer) => `sha256-${createHash('sha256').update(content).digest('hex')}` as const;
const absent = nameOf('never stored');
const incomingOf = (directory: string) => readdir(join(directory, 'incoming'));

describe.each(['files', 'S3'])('objects in %s', (kind) => {
  let directory: string;
  let store: ObjectStore;
  beforeAll(async () => {
    directory = join(base, kind);
    store = await openStorage({ directory, s3: kind === 'S3' ? s3 : undefined });
  });

  test('come back as they were put, whole and in parts, of any size', async () => {
    for (const sizeBytes of [0, 1, 65_537, 17 * 1024 * 1024 + 5]) {
      const content = randomBytes(sizeBytes);
      const id = nameOf(content);
      expect(await store.put(Readable.from(content.length === 0 ? [] : [content]))).toEqual({ id, sizeBytes });
      expect(await store.stat(id)).toEqual({ id, sizeBytes });
      expect((await buffer(await store.read(id))).equals(content)).toBe(true);
    }
    const { id } = await store.put(Readable.from([Buffer.from('0123'), Buffer.from('456789')]));
    expect(await text(await store.read(id, { start: 3, end: 5 }))).toBe('345');
    expect(await text(await store.read(id, { start: 8, end: 500 }))).toBe('89');
    await expect(store.read(id, { start: 10, end: 11 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(store.read(id, { start: 5, end: 3 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await incomingOf(directory)).toEqual([]);
  });

  test('that are put by many at once are kept once', async () => {
    const content = randomBytes(300_000);
    const results = await Promise.all(Array.from({ length: 8 }, () => store.put(Readable.from([content]))));
    expect(new Set(results.map((result) => result.id))).toEqual(new Set([nameOf(content)]));
    expect((await buffer(await store.read(nameOf(content)))).equals(content)).toBe(true);
  });

  test('that are not what was announced, or break off, leave nothing', async () => {
    const content = randomBytes(1000);
    const expectedSha256 = nameOf(content).slice('sha256-'.length).toUpperCase();
    await expect(store.put(Readable.from([content.subarray(1)]), { expectedSha256 })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      remedy: expect.stringContaining('send it again'),
    });
    async function* breaking() {
      yield content;
      throw new Error('the line went dead');
    }
    await expect(store.put(breaking())).rejects.toThrow('the line went dead');
    expect(await store.stat(nameOf(content))).toBeUndefined();
    expect(await incomingOf(directory)).toEqual([]);
    expect((await store.put(Readable.from([content]), { expectedSha256 })).sizeBytes).toBe(1000);
  });

  test('can be taken from a file, opened as a file, and deleted', async () => {
    const path = join(base, `${kind} clip.bin`);
    await writeFile(path, 'a clip');
    const { id } = await store.putFile(path);
    expect(await readFile(path, 'utf8')).toBe('a clip');
    expect(await store.putFile(path, { move: true })).toEqual({ id, sizeBytes: 6 });
    await expect(stat(path)).rejects.toThrow('ENOENT');
    await expect(store.putFile(path)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(path),
    });

    const lent = await Promise.all([store.localPath(id), store.localPath(id)]);
    for (const file of lent) expect(await readFile(file.path, 'utf8')).toBe('a clip');
    for (const file of lent) await file.release();
    expect(await incomingOf(directory)).toEqual([]);

    await store.delete(id);
    await store.delete(id);
    expect(await store.stat(id)).toBeUndefined();
    await expect(store.read(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(store.localPath(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('have no name that leads out of the store', async () => {
    await expect(store.read('sha256-../../../etc/passwd')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(store.stat(absent)).resolves.toBeUndefined();
  });
});

test('what a killed process left unfinished is removed; what a living one writes stays', async () => {
  const directory = join(base, 'interrupted');
  const code = `import { openStorage } from '@altis/storage';
    const store = await openStorage({ directory: process.argv[1] });
    store.put((async function* () { yield Buffer.alloc(9); console.log('begun'); await new Promise(() => setInterval(() => 0, 1000)); })());`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code, directory], {
    cwd: import.meta.dirname,
  });
  await once(child.stdout, 'data');
  await openStorage({ directory });
  expect(await incomingOf(directory)).toHaveLength(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await openStorage({ directory });
  expect(await incomingOf(directory)).toEqual([]);
});

test('copies from S3 make room for new ones, and those in use stay readable', async () => {
  const directory = join(base, 'cache');
  const store = await openStorage({ directory, s3 });
  const ids: ObjectId[] = [];
  for (let n = 0; n < 4; n += 1) ids.push((await store.put(Readable.from([Buffer.alloc(400_000, n)]))).id);
  const first = await store.localPath(ids[0]!);
  for (const id of ids.slice(1)) await (await store.localPath(id)).release();
  expect(await readdir(join(directory, 'cache'))).toHaveLength(2);
  expect((await stat(first.path)).size).toBe(400_000);
  await first.release();
  expect(await incomingOf(directory)).toEqual([]);
});

test('an S3 that does not answer, or has no such bucket, says what to check', async () => {
  const directory = join(base, 'nowhere');
  await expect(openStorage({ directory, s3: { ...s3, endpoint: 'http://127.0.0.1:1' } })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('http://127.0.0.1:1'),
  });
  await expect(openStorage({ directory, s3: { ...s3, bucket: 'other' } })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('"other"'),
  });
});

test('a full disk is told, leaves nothing, and takes what still fits', async (context) => {
  const directory = join(base, 'small');
  await mkdir(directory);
  // A disk of 1 MB that only this process and its children see, and that ends with them.
  const code = `import { openStorage } from '@altis/storage'; import { readdir } from 'node:fs/promises';
    const store = await openStorage({ directory: process.argv[1] });
    const bytes = (count) => (async function* () { for (let i = 0; i < count; i += 1000) yield Buffer.alloc(1000, i); })();
    const error = await store.put(bytes(3_000_000)).catch((error) => error);
    const after = await store.put(bytes(200_000));
    console.log(JSON.stringify([error.code, error.remedy, await readdir(process.argv[1] + '/incoming'), after.sizeBytes]));`;
  const script =
    'mount -t tmpfs -o size=1m none "$1" || exit 77; echo mounted; exec "$2" --input-type=module --eval "$3" "$1"';
  const child = spawn(
    'unshare',
    ['--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh', directory, process.execPath, code],
    { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [mounted, said = ''] = (await text(child.stdout)).split('\n');
  if (mounted !== 'mounted') return context.skip('This machine lets nobody mount a small disk.');
  expect(JSON.parse(said)).toEqual(['STORAGE_FULL', expect.stringContaining('ALTIS_DATA'), [], 200_000]);
});
