import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Json } from '@altis/json-patch';
import * as z from 'zod';

export type Encoding = 'identity' | 'gzip' | 'br';

/** What a snapshot says at one time, as bytes to be sent. */
export type Snapshot = {
  readonly name: string;
  /**
   * A digest of what it says. So it is the same in every process and after every restart, and a client that has it can be
   * brought up to date by whichever process knows what came after it.
   */
  readonly revision: string;
  readonly data: Json;
  /** `{ "revision": …, "data": … }`: nothing else, so that every process sends the same bytes. */
  readonly body: Buffer;
  /** When this process first saw it say so, epoch milliseconds. */
  readonly changedAtMs: number;
  /** The body as it is sent, by encoding; made when first asked for. */
  readonly encoded: Partial<Record<Encoding, Buffer>>;
};

/** It was written as JSON just before. */
const Written = z.custom<Json>();

/** A snapshot of the data; the former one where nothing has changed. */
export function takeSnapshot(name: string, answer: unknown, former: Snapshot | undefined, nowMs: number): Snapshot {
  const text = JSON.stringify(answer);
  const revision = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  if (former?.revision === revision) return former;
  const body = Buffer.from(`{"revision":"${revision}","data":${text}}`);
  const data = Written.parse(JSON.parse(text));
  return { name, revision, data, body, changedAtMs: nowMs, encoded: { identity: body } };
}

/** Shorter bodies are not worth it (a packet holds some 1,400 bytes). */
const compressedFromBytes = 1_400;
const making = new WeakMap<Snapshot, Map<Encoding, Promise<Buffer>>>();

/** The body in an encoding; made once, however many ask at the same time, and in a thread of its own. */
export async function encodeSnapshot(snapshot: Snapshot, encoding: Encoding): Promise<Buffer> {
  const made = snapshot.encoded[encoding];
  if (made !== undefined) return made;
  const inWork = making.get(snapshot) ?? new Map<Encoding, Promise<Buffer>>();
  making.set(snapshot, inWork);
  const work = inWork.get(encoding) ?? compress(snapshot.body, encoding);
  inWork.set(encoding, work);
  return (snapshot.encoded[encoding] = await work);
}

/** The encoding in which a snapshot is sent to who accepts these. */
export function encodingFor(snapshot: Snapshot, accepted: Encoding): Encoding {
  return snapshot.body.byteLength < compressedFromBytes ? 'identity' : accepted;
}

/** What a snapshot takes of memory, roughly: its text, the same as objects, and its compressed forms. */
export function sizeOf({ body, encoded }: Snapshot): number {
  const compressed = (encoded.gzip?.byteLength ?? 0) + (encoded.br?.byteLength ?? 0);
  return 4_000 + 4 * body.byteLength + compressed;
}

async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(body);
  if (encoding === 'identity') return body;
  // Quality 5: nearly as small as the best, at a tenth of its time.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength };
  return promisify(brotliCompress)(body, { params });
}
