import { json } from 'node:stream/consumers';
import { frameAtMs, frameTimeMs, type FrameIndex } from '@altis/media';
import type { Room } from '@altis/system';
import type { ObjectId } from '@altis/storage';
import type { Footage } from '../domain/plan-moment.ts';
import type { PreparedSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';

/** Indexes that were read lately; one of a three-hour session holds some 540,000 numbers. */
const keptIndexes = 8;
const indexes = new WeakMap<object, Map<ObjectId, Promise<FrameIndex>>>();

/** A session's frames as planning needs them. */
export async function footageOf(room: Room<Tables>, session: PreparedSession): Promise<Footage> {
  const index = await frameIndexOf(room, session.video.frameIndex);
  return {
    startsAtMs: session.starts_at.getTime(),
    durationMs: session.video.durationMs,
    frameCount: index.ticks.length,
    frameAt: (timeMs) => frameAtMs(index, timeMs),
  };
}

/** The time of every frame in milliseconds, as the player needs them. */
export async function frameTimesOf(room: Room<Tables>, session: PreparedSession): Promise<number[]> {
  const index = await frameIndexOf(room, session.video.frameIndex);
  return index.ticks.map((_ticks, frame) => Math.round(frameTimeMs(index, frame) * 1000) / 1000);
}

/** The index that preparation kept as an object; it was written by `prepare-session` and never changes. */
export function frameIndexOf(room: Room<Tables>, id: ObjectId): Promise<FrameIndex> {
  const known = indexes.get(room) ?? new Map<ObjectId, Promise<FrameIndex>>();
  indexes.set(room, known);
  const index = known.get(id) ?? readIndex(room, id);
  known.delete(id);
  known.set(id, index);
  if (known.size > keptIndexes) known.delete(known.keys().next().value!);
  // A read that failed is tried again by the next caller.
  index.catch(() => known.delete(id));
  return index;
}

async function readIndex(room: Room<Tables>, id: ObjectId): Promise<FrameIndex> {
  return (await json(await room.storage.read(id))) as FrameIndex;
}
