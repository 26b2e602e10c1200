import { mkdir, mkdtemp, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createTestDatabase } from '@altis/database/testing';
import { anonymous, newId, silentLog, type Log } from '@altis/kernel';
import type { ObjectStore } from '@altis/storage';
import { Upload } from '@tus/server';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mountUploads } from './mount-uploads.ts';
import { openUploads } from './open-uploads.ts';
import { UploadFiles } from './upload-files.ts';

vi.mock('node:fs/promises', { spy: true });

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'altis-uploads-'));
});
afterEach(async () => {
  vi.mocked(statfs).mockReset();
  await rm(directory, { recursive: true, force: true });
});

const openFiles = () =>
  new UploadFiles(
    directory,
    () => 'somebody',
    async () => undefined,
  );

test('an upload that cannot be read keeps neither the server from starting nor the next one from being kept', async () => {
  const database = await createTestDatabase();
  const good = newId('upload');
  await openFiles().create(new Upload({ id: good, size: 0, offset: 0 }));
  await writeFile(join(directory, `${newId('upload', 1)}.json`), 'no JSON');
  const error = vi.fn<Log['error']>();
  const storage = { putFile: async (path: string) => ({ id: 'o', sizeBytes: (await readFile(path)).length }) };
  const log = { ...silentLog, error };
  const uploads = await openUploads({
    server: { ...database, kind: 'external', stop: async () => undefined },
    storage: storage as unknown as ObjectStore,
    directory,
    maxBytes: 10,
    log,
  });
  await expect.poll(async () => (await readdir(directory)).includes(`${good}.json`)).toBe(false);
  expect((await uploads.find(good)).sizeBytes).toBe(0);
  await uploads.close();
  expect(error).toHaveBeenCalledOnce();
  await database.drop();
});

test('what goes wrong inside is logged, and its words are not told', async () => {
  const error = vi.fn<Log['error']>();
  const app = Fastify();
  app.decorateRequest('call');
  app.addHook('onRequest', async (request) => {
    request.call = { actor: anonymous, requestId: 'request_1' };
  });
  const describe = () => Promise.reject(new Error(`${directory} is on fire`));
  const files = Object.assign(openFiles(), { describe });
  mountUploads(app, { files, maxBytes: 10 } as never, { ...silentLog, error });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const path = `${url}/uploads/${newId('upload')}`;
  const answer = await fetch(path, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
  const said = await answer.text();
  await app.close();
  expect([answer.status, said]).toEqual([500, expect.stringContaining('request_1')]);
  expect(said).not.toContain('fire');
  expect(error).toHaveBeenCalledOnce();
});

test('a write that fails is said, a sender who went away is not, and what came is kept', async () => {
  const files = openFiles();
  const id = newId('upload');
  await mkdir(directory, { recursive: true });
  await files.create(new Upload({ id, size: 20, offset: 0 }));
  const leaving = Readable.from(
    (async function* () {
      yield Buffer.from('0123456789');
      throw new Error('aborted');
    })(),
  );
  expect(await files.write(leaving, id, 0)).toBe(10);
  // A chunk that is none: our own part fails, which also ends the source.
  await expect(files.write(Readable.from([{}]), id, 10)).rejects.toThrow(/first argument/);
});

test('the reserve of the disk is looked at again while bytes come', async () => {
  const files = openFiles();
  const id = newId('upload');
  const sizeBytes = 80 * 1024 * 1024;
  await files.create(new Upload({ id, size: sizeBytes, offset: 0 }));
  vi.mocked(statfs).mockResolvedValue({ bavail: 1, bsize: 4096 } as never);
  const chunk = Buffer.alloc(1024 * 1024);
  const source = Readable.from(Array.from({ length: 80 }, () => chunk));
  await expect(files.write(source, id, 0)).rejects.toMatchObject({ code: 'STORAGE_FULL' });
});
