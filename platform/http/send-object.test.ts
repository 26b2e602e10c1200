import { Readable } from 'node:stream';
import type { ObjectId, ObjectStore } from '@altis/storage';
import * as fc from 'fast-check';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { readRange, sendObject } from './send-object.ts';

const size = fc.integer({ min: 1, max: 1_000 });
const place = fc.integer({ min: 0, max: 1_500 });

test('a range is the bytes that RFC 9110 (clause 14.1.2) says it is', () => {
  const bytes = (length: number): number[] => Array.from({ length }, (_, index) => index);
  const chosen = (header: string, sizeBytes: number): number[] | undefined | 'unsatisfiable' => {
    const range = readRange(header, sizeBytes);
    return typeof range === 'object' ? bytes(sizeBytes).slice(range.start, range.end + 1) : range;
  };
  fc.assert(
    fc.property(size, place, place, (sizeBytes, first, last) => {
      const wanted = bytes(sizeBytes).filter((index) => index >= first && index <= last);
      expect(chosen(`bytes=${first}-${last}`, sizeBytes)).toEqual(wanted.length > 0 ? wanted : 'unsatisfiable');
      const tail = bytes(sizeBytes).slice(first);
      expect(chosen(`bytes=${first}-`, sizeBytes)).toEqual(tail.length > 0 ? tail : 'unsatisfiable');
      const end = last === 0 ? [] : bytes(sizeBytes).slice(-last);
      expect(chosen(`bytes=-${last}`, sizeBytes)).toEqual(end.length > 0 ? end : 'unsatisfiable');
    }),
  );
});

test('what is no single range of bytes is answered whole', () => {
  for (const header of [undefined, '', 'bytes=-', 'bytes=a-b', 'bytes=0-1,4-5', 'frames=0-1', 'bytes=1.5-2'])
    expect(readRange(header, 10), header).toBeUndefined();
});

test('a range of what stood there before is answered whole (RFC 9110, clause 13.1.5)', async () => {
  const id = 'sha256-of-a-clip' as ObjectId;
  const text = '0123456789';
  const storage = {
    stat: async () => ({ id, sizeBytes: text.length }),
    read: async (_id: ObjectId, range?: { start: number; end: number }) =>
      Readable.from([range === undefined ? text : text.slice(range.start, range.end + 1)]),
  } as unknown as ObjectStore;
  const app = Fastify();
  app.get('/clip', (request, reply) => sendObject(request, reply, storage, id, { contentType: 'text/plain' }));
  const ask = async (ifRange?: string) => {
    const headers = { range: 'bytes=2-4', ...(ifRange && { 'if-range': ifRange }) };
    const { statusCode, body } = await app.inject({ url: '/clip', headers });
    return [statusCode, body];
  };
  expect(await ask()).toEqual([206, '234']);
  expect(await ask(`"${id}"`)).toEqual([206, '234']);
  for (const other of ['"another"', `W/"${id}"`, 'Fri, 22 Feb 2030 14:00:00 GMT']) {
    expect(await ask(other), other).toEqual([200, text]);
  }
});
