import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRange } from './send-object.ts';

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
