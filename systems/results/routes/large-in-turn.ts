import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { takeTurns } from '@altis/http';
import { readBody } from './read-body.ts';

export type LargeInTurnOptions = {
  /** A body beyond this is large, in bytes. */
  readonly smallBytes: number;
  /** As `readBody` takes it, in bytes. */
  readonly largestBytes: number;
  /** How many large ones are read and worked on at once. */
  readonly atOnce: number;
  /** How many may wait for that: more are refused. */
  readonly waiting: number;
};

/** What comes over a connection. */
export type Arriving = {
  readonly body: Readable;
  readonly socket: Pick<Socket, 'setTimeout' | 'timeout'>;
  /** The Content-Length (RFC 9110, clause 8.6), where there is one. */
  readonly declaredBytes: number | undefined;
};

/**
 * Reads bodies and has them worked on: small ones at once, large ones few at a time, as each takes many times its size of
 * memory. The others wait unread, with their senders; of one that does not say its length, the beginning is read.
 *
 * @throws Problem `UNAVAILABLE` where too many large ones wait
 */
export function largeInTurn({ smallBytes, largestBytes, atOnce, waiting }: LargeInTurnOptions) {
  const inTurn = takeTurns({ atOnce, waiting });
  return async <Result>(
    { body, socket, declaredBytes }: Arriving,
    work: (bytes: Uint8Array) => Promise<Result>,
  ): Promise<Result> => {
    // One reading goes on over both parts.
    const rest: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
    const isLarge = declaredBytes !== undefined && declaredBytes > smallBytes;
    const begun = isLarge ? { chunks: [], isWhole: false } : await readSome(rest, smallBytes);
    if (begun.isWhole) return work(Buffer.concat(begun.chunks));
    // Who waits for the server is not idle.
    const idleMs = socket.timeout ?? 0;
    socket.setTimeout(0);
    return inTurn(async () => {
      socket.setTimeout(idleMs);
      return work(await readBody(following(begun.chunks, rest), largestBytes));
    });
  };
}

type Begun = { readonly chunks: Buffer[]; readonly isWhole: boolean };

async function readSome(rest: AsyncIterator<Buffer>, mostBytes: number): Promise<Begun> {
  const chunks: Buffer[] = [];
  for (let sizeBytes = 0; sizeBytes <= mostBytes;) {
    const next = await rest.next();
    if (next.done === true) return { chunks, isWhole: true };
    chunks.push(next.value);
    sizeBytes += next.value.byteLength;
  }
  return { chunks, isWhole: false };
}

async function* following(chunks: Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks.splice(0);
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
