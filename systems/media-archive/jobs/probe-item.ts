import { runInTransaction, type Transaction } from '@altis/database';
import { defineJob, type Job } from '@altis/jobs';
import type { ObjectId } from '@altis/storage';
import type { Room } from '@altis/system';
import * as z from 'zod';
import type { Item } from '../domain/item.ts';
import { announceItem } from '../store/announce-item.ts';
import { findItem, lockItem, writeItem } from '../store/items.ts';
import type { Tables } from '../store/tables.ts';
import { keepFrameTimes } from './keep-frame-times.ts';

/** Reads from a clip or recording that another system made what players and readers want to know of it. */
export function probeItem(room: Room<Tables>): Job {
  return defineJob({
    name: 'probe-item',
    input: z.object({ item: z.string(), media: z.string() }),
    concurrency: 2,
    async run({ item: id, media: object }, { signal }) {
      const item = await findItem(room.db, id);
      if (item?.media?.media !== object || item.media.frameTimes !== null) return;
      const { media, storage } = room;
      const original = await storage.localPath(item.media.original as ObjectId);
      const played = await storage.localPath(object as ObjectId);
      try {
        const options = { displayName: item.fileName, signal };
        const { video } = await media.probe(original.path, options);
        const frameTimes = await keepFrameTimes(room, played.path, options);
        await keep(room, id, object, { codec: video.codec, frameTimes });
      } finally {
        await original.release();
        await played.release();
      }
    },
  });
}

/** Has an item's media probed, once for each. */
export async function enqueueProbe(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  { id, media, facts, fileName, clipRevision }: Item,
): Promise<void> {
  if (media === null || media.frameTimes !== null) return;
  const title = facts.title['en'] ?? facts.title['und'] ?? fileName;
  const options = { title, key: `${id}/${clipRevision ?? 0}/${media.media}`, priority: -1 };
  await room.jobs.enqueue(trx, 'probe-item', { item: id, media: media.media }, options);
}

/** A correction may have come meanwhile: only this is added, and only to the media that was probed. */
async function keep(
  room: Room<Tables>,
  id: string,
  object: string,
  found: { readonly codec: string; readonly frameTimes: string },
): Promise<void> {
  await runInTransaction(room.db, async (trx) => {
    const item = await lockItem(trx, id);
    if (item?.media?.media !== object) return;
    await writeItem(trx, { ...item, media: { ...item.media, ...found } });
    await announceItem(trx, id);
  });
}
