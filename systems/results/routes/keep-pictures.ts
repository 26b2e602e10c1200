import { buffer } from 'node:stream/consumers';
import { takeTurns } from '@altis/http';
import { readMessage } from '@altis/odf';
import type { ObjectId, ObjectStore } from '@altis/storage';
import { decodePicture } from '../domain/pictures.ts';

/** What pictures that were asked for lately may take of memory. */
const memoryBytes = 32 * 1024 * 1024;
/** To read a message of several megabytes holds up everybody else for a moment. */
const readAtOnce = 1;
const readingsWaiting = 200;

/** Reads pictures out of kept messages, each once for many who ask: those asked for last stay in memory. */
export function keepPictures(storage: Pick<ObjectStore, 'read'>) {
  const kept = new Map<string, Buffer>();
  const coming = new Map<string, Promise<Buffer>>();
  const inTurn = takeTurns({ atOnce: readAtOnce, waiting: readingsWaiting });

  async function read(object: ObjectId, index: number): Promise<Buffer> {
    const reading = readMessage(await buffer(await storage.read(object)));
    const images = reading.ok && reading.message.content.kind === 'images' ? reading.message.content.images : [];
    return decodePicture(images[index]?.data ?? '');
  }

  function keep(key: string, bytes: Buffer): void {
    kept.delete(key);
    kept.set(key, bytes);
    let takenBytes = kept.values().reduce((sum, { byteLength }) => sum + byteLength, 0);
    for (const [oldest, { byteLength }] of kept) {
      if (takenBytes <= memoryBytes) return;
      takenBytes -= byteLength;
      kept.delete(oldest);
    }
  }

  return async (object: ObjectId, index: number): Promise<Buffer> => {
    const key = `${object} ${index}`;
    const known = kept.get(key);
    if (known !== undefined) {
      keep(key, known);
      return known;
    }
    const reading = coming.get(key) ?? inTurn(() => read(object, index));
    coming.set(key, reading);
    try {
      const bytes = await reading;
      keep(key, bytes);
      return bytes;
    } finally {
      coming.delete(key);
    }
  };
}
