import type { Room } from '@altis/system';
import { frameTimeMs, type RunOptions } from '@altis/media';
import type { ObjectId } from '@altis/storage';
import type { Tables } from '../store/tables.ts';

/** Keeps the time of each frame, in milliseconds, as a JSON array for players: exact to a microsecond. */
export async function keepFrameTimes(
  { media, storage }: Room<Tables>,
  path: string,
  options: RunOptions,
): Promise<ObjectId> {
  const index = await media.frameIndex(path, options);
  const times = index.ticks.map((_, frame) => Math.round(frameTimeMs(index, frame) * 1000) / 1000);
  const { id } = await storage.put(asChunk(JSON.stringify(times)));
  return id;
}

async function* asChunk(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}
