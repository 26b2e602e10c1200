import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hockeyPeriod } from '@altis/examples';
import { mediaArchive } from '@altis/media-archive/contract';
import { encodeFrames } from '@altis/media/encode';
import { uploadFile, waitFor, type TestUser } from '@altis/testing';

/** Hands in the messages of a whole ice-hockey period; returns the code of its unit. */
export async function sendPeriod(operator: TestUser): Promise<string> {
  const { messages, unitCode } = hockeyPeriod({ seed: 7, startAt: '2030-02-22T15:00:00+01:00' });
  for (const { xml } of messages) {
    const headers = { 'content-type': 'application/xml' };
    const response = await operator.fetch('/api/results/messages', { method: 'POST', headers, body: xml });
    if (!response.ok) throw new Error(`A message was refused: ${await response.text()}`);
  }
  return unitCode;
}

const places = ['Goal', 'Face-off', 'Save', 'Penalty', 'Ceremony', 'Interview'];

/** Imports this many short videos, named after what could be in them. */
export async function importVideos(operator: TestUser, scratch: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const out = join(scratch, `${places[n % places.length]} camera ${n}.mp4`);
    await encodeFrames({ out, width: 64, height: 36, frameRate: 25 }, drawFlicker(n));
    await operator.api(mediaArchive).imports.create({ upload: await uploadFile(operator, out) });
    await rm(out);
  }
  const isFilled = async (): Promise<boolean> => {
    const { items } = await operator.api(mediaArchive).imports.list({ limit: 200 });
    return items.every(({ state }) => state === 'done');
  };
  await waitFor(`the import of ${count} videos`, isFilled, { timeoutMs: 300_000 });
}

function* drawFlicker(seed: number): Generator<Uint8Array> {
  for (let frame = 0; frame < 25; frame += 1) yield new Uint8Array(64 * 36 * 4).fill((seed * 9 + frame * 7) % 256);
}
