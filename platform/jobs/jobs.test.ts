import { randomUUID } from 'node:crypto';
import { openSchema, type SchemaDatabase } from '@altis/database';
import { createTestDatabase, type TestDatabase } from '@altis/database/testing';
import { openEventBus } from '@altis/events';
import { messageOf, problem, silentLog } from '@altis/kernel';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { defineJob, openJobQueue, type JobQueue, type JobView } from './index.ts';
import { runJob } from './run-job.ts';
import { createRunStore } from './run-store.ts';

let database: TestDatabase;
let system: SchemaDatabase<unknown>;
let queue: JobQueue;
const runs: number[] = [];
let passingRuns = 0;
const aborted = vi.fn<(reason: string) => void>();
const log = silentLog;

const jobs = [
  defineJob({
    name: 'count-frames',
    input: z.object({ number: z.number() }),
    async run({ number }, { progress }) {
      progress(0.5, 'half way');
      runs.push(number);
      if (number === 13) throw problem('INVALID_INPUT', 'clip.mp4 is not a video.', { remedy: 'Send another file.' });
      if (number === 7 && runs.filter((run) => run === 7).length === 1) throw new Error('a passing fault');
    },
  }),
  defineJob({
    name: 'outlast-limit',
    input: z.object({}),
    attempts: 1,
    timeoutMs: 100,
    run: (_input, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
  }),
  defineJob({
    name: 'meet-passing-fault',
    input: z.object({}),
    attempts: 2,
    async run() {
      passingRuns += 1;
      throw problem('TIMEOUT', 'The worker stood still.');
    },
  }),
  defineJob({
    name: 'wait-for-ever',
    input: z.object({}),
    run: (_input, { signal }) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => {
          aborted(messageOf(signal.reason));
          reject(new Error('stopped'));
        }),
      ),
  }),
];

beforeAll(async () => {
  database = await createTestDatabase();
  const server = { url: database.url, kind: 'external', stop: async () => undefined } as const;
  // The queue announces its changes over the events' channel.
  await (await openEventBus({ server, log })).close();
  system = await openSchema<unknown>({ server, schema: 'test', migrations: {}, log });
  queue = await openJobQueue({ server, log });
  await queue.prepare('test', jobs);
});
afterAll(async () => {
  await queue.close();
  await system.close();
  await database.drop();
});

const find = async (title: string): Promise<JobView | undefined> =>
  (await queue.list({ limit: 50 })).items.find((job) => job.title === title);

test('a job runs if and only if the transaction that enqueued it commits, and a key is enqueued once', async () => {
  const mine = queue.forSystem('test');
  const enqueue = (number: number, fail: boolean, key?: string): Promise<void> =>
    system.db.transaction().execute(async (trx) => {
      await mine.enqueue(
        trx,
        'count-frames',
        { number },
        { title: `${number}`, ...(key === undefined ? {} : { key }) },
      );
      if (fail) throw new Error('rolled back');
    });
  await enqueue(1, false, 'one');
  await enqueue(1, false, 'one');
  await expect(enqueue(2, true)).rejects.toThrow('rolled back');
  await queue.run('test', jobs);
  await vi.waitFor(async () => expect(await find('1')).toMatchObject({ state: 'done', fraction: 1 }), 10_000);
  expect(runs).toEqual([1]);
  expect(await find('2')).toBeUndefined();
});

test('refused input fails at once with its reason; a passing fault is tried again', async () => {
  const mine = queue.forSystem('test');
  await system.db.transaction().execute(async (trx) => {
    await mine.enqueue(trx, 'count-frames', { number: 13 }, { title: 'thirteen' });
    await mine.enqueue(trx, 'count-frames', { number: 7 }, { title: 'seven' });
  });
  const refused = { state: 'failed', reason: 'clip.mp4 is not a video.', remedy: 'Send another file.' };
  await vi.waitFor(async () => expect(await find('thirteen')).toMatchObject(refused), 10_000);
  await vi.waitFor(async () => expect(await find('seven')).toMatchObject({ state: 'done' }), 20_000);
  expect(runs.filter((run) => run === 13)).toHaveLength(1);

  const { id = '' } = (await find('thirteen')) ?? {};
  await queue.retry(id);
  await expect(queue.retry(id)).rejects.toThrow(/only a failed or cancelled one/);
  await vi.waitFor(() => expect(runs.filter((run) => run === 13)).toHaveLength(2), 10_000);
  await vi.waitFor(async () => expect(await find('thirteen')).toMatchObject(refused), 10_000);
});

test('a timeout is named; a passing fault is tried again until the attempts are spent', async () => {
  const mine = queue.forSystem('test');
  await system.db.transaction().execute(async (trx) => {
    await mine.enqueue(trx, 'outlast-limit', {}, { title: 'slow' });
    await mine.enqueue(trx, 'meet-passing-fault', {}, { title: 'passing' });
  });
  const slow = { state: 'failed', reason: 'The job took longer than 0.1 s.' };
  await vi.waitFor(async () => expect(await find('slow')).toMatchObject(slow), 10_000);
  await vi.waitFor(async () => expect(await find('passing')).toMatchObject({ state: 'failed' }), 10_000);
  expect(passingRuns).toBe(2);
});

test('a run that lost its claim is handed back, one that was cancelled is not', async () => {
  const store = createRunStore(system.db);
  const [waiter] = jobs.filter(({ name }) => name === 'wait-for-ever');
  const lose = async (title: string, meanwhile: (id: string) => Promise<unknown>) => {
    const id = randomUUID();
    const names = { queue: 'test.lost', system: 'test', name: 'lost', title };
    await system.db.transaction().execute((trx) => store.add(trx, { id, ...names }));
    const claim = new AbortController();
    const ended = runJob({ id, data: {}, job: waiter!, store, runner: 1, abort: claim.signal, log });
    await vi.waitFor(async () => expect(await find(title)).toMatchObject({ state: 'running' }), 10_000);
    await meanwhile(id);
    claim.abort(new Error('the claim was lost'));
    return [await ended, (await find(title))?.state];
  };
  expect(await lose('lost', async () => undefined)).toEqual(['failed', 'waiting']);
  expect(await lose('lost and cancelled', (id) => store.cancel(id))).toEqual(['deadletter', 'cancelled']);
  const restarted = (id: string) => store.handBack(id, new Date(0));
  expect(await lose('kept', async (id) => expect(await restarted(id)).toBe(false))).toEqual(['failed', 'waiting']);
});

test('a running job is stopped by cancelling it', async () => {
  const mine = queue.forSystem('test');
  const id = await system.db
    .transaction()
    .execute((trx) => mine.enqueue(trx, 'wait-for-ever', {}, { title: 'endless' }));
  await vi.waitFor(async () => expect(await find('endless')).toMatchObject({ state: 'running' }), 10_000);
  // Whoever cancels it may be in another process.
  const other = await openJobQueue({
    server: { url: database.url, kind: 'external', stop: async () => undefined },
    log,
  });
  await other.cancel(id);
  await other.close();
  await vi.waitFor(() => expect(aborted).toHaveBeenCalledWith('The job was cancelled.'));
  expect(await find('endless')).toMatchObject({ state: 'cancelled' });
  expect(await mine.read([id])).toMatchObject([{ id, state: 'cancelled' }]);
  await expect(queue.cancel(id)).rejects.toThrow(/already ended/);
  await queue.retry(id);
  await vi.waitFor(async () => expect(await find('endless')).toMatchObject({ state: 'running' }), 10_000);
  await queue.cancel(id);
});

test('a job whose process has died runs again in another', async () => {
  await system.db
    .transaction()
    .execute(async (trx) =>
      queue.forSystem('test').enqueue(trx, 'wait-for-ever', {}, { title: 'orphan', key: 'orphan' }),
    );
  await vi.waitFor(async () => expect(await find('orphan')).toMatchObject({ state: 'running' }), 10_000);
  await queue.close();
  queue = await openJobQueue({ server: { url: database.url, kind: 'external', stop: async () => undefined }, log });
  expect(await find('orphan')).toMatchObject({ state: 'waiting' });
  await queue.prepare('test', jobs);
  await queue.run('test', jobs);
  await vi.waitFor(async () => expect(await find('orphan')).toMatchObject({ state: 'running' }), 20_000);
});
