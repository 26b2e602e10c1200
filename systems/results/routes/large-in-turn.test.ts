import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { largeInTurn, type Arriving } from './large-in-turn.ts';

type Sent = { readonly body: PassThrough; readonly arriving: Arriving; readonly timeouts: number[] };

/** A body of so many bytes that is still being sent: it ends with `body.end()`. */
function send(sizeBytes: number, declaredBytes?: number): Sent {
  const body = new PassThrough({ highWaterMark: 1_000 });
  const timeouts: number[] = [];
  const setTimeout = function (this: Arriving['socket'], timeoutMs: number) {
    timeouts.push(timeoutMs);
    return this;
  } as Arriving['socket']['setTimeout'];
  body.write(Buffer.alloc(sizeBytes));
  return { body, arriving: { body, socket: { timeout: 120_000, setTimeout }, declaredBytes }, timeouts };
}

const sizeOf = async (bytes: Uint8Array): Promise<number> => bytes.byteLength;
const options = { smallBytes: 10, largestBytes: 30, atOnce: 1, waiting: 1 };
/** All that can go on without anything from outside has gone on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a large body waits for the one before it, unread and with its sender; small ones wait for none', async () => {
  const inTurn = largeInTurn(options);
  const [first, second, undeclared, small] = [send(20, 25), send(20, 20), send(20), send(10)];
  const firstDone = inTurn(first.arriving, sizeOf);
  const secondDone = inTurn(second.arriving, sizeOf);
  second.body.end();
  small.body.end();
  expect(await inTurn(small.arriving, sizeOf)).toBe(10);
  await settle();
  expect([second.body.readableLength, second.timeouts]).toEqual([20, [0]]);
  undeclared.body.end();
  await expect(inTurn(undeclared.arriving, sizeOf)).rejects.toMatchObject({ code: 'UNAVAILABLE' });

  first.body.end(Buffer.alloc(5));
  expect(await firstDone).toBe(25);
  expect(await secondDone).toBe(20);
  expect(second.timeouts).toEqual([0, 120_000]);
  const again = send(20);
  again.body.end(Buffer.alloc(5));
  expect(await inTurn(again.arriving, sizeOf)).toBe(25);
});

test('a large body whose sender goes away leaves its place to the next', async () => {
  const inTurn = largeInTurn(options);
  const [gone, next] = [send(20, 25), send(40)];
  const goneDone = inTurn(gone.arriving, sizeOf);
  const nextDone = inTurn(next.arriving, sizeOf);
  next.body.end();
  gone.body.destroy(new Error('aborted'));
  await expect(goneDone).rejects.toThrow('aborted');
  // As much as proves that it is too large.
  expect(await nextDone).toBeGreaterThan(30);
});
