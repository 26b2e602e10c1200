import { Readable } from 'node:stream';
import type { ObjectId } from '@altis/storage';
import { expect, test } from 'vitest';
import { around } from '../tests/slalom-feed.ts';
import { keepPictures } from './keep-pictures.ts';

test('many readers of a picture cost one reading of its message, now and later', async () => {
  let readings = 0;
  const read = async () => {
    readings += 1;
    return Readable.from([Buffer.from(around.picture(1))]);
  };
  const picture = keepPictures({ read });
  const object = 'object' as ObjectId;
  const all = await Promise.all([picture(object, 0), picture(object, 0), picture(object, 0)]);
  expect(new Set([...all, await picture(object, 0)]).size).toBe(1);
  expect(all[0]?.byteLength).toBeGreaterThan(20);
  expect(readings).toBe(1);
});
