import { runInTransaction } from '@altis/database';
import { announce } from '@altis/events';
import { currentCall, newId, problem } from '@altis/kernel';
import type { FeedArchive } from '../../contract/index.ts';
import { findArchive, keepArchive } from '../../store/archives.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { presentArchive } from './present-archive.ts';

/** The largest archive that is taken. */
const largestArchiveBytes = 2 * 1024 ** 3;

/**
 * Keeps an archive as it comes and has it taken in by a job: when this returns, that will be done.
 *
 * @throws Problem `TOO_LARGE`
 */
export async function bringInArchive(
  room: ResultsRoom,
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): Promise<FeedArchive> {
  const { id: object, sizeBytes } = await room.storage.put(atMost(chunks, largestArchiveBytes));
  const nowMs = room.clock.now();
  const id = newId('archive', nowMs);
  await runInTransaction(room.db, async (trx) => {
    const job = await room.jobs.enqueue(trx, 'import-archive', { archive: id }, { title: name, key: id });
    const received = { received_at: new Date(nowMs), size_bytes: sizeBytes };
    await keepArchive(trx, { id, name, object, job, ...received });
    await announce(trx, 'results.feed');
    const subject = { kind: 'archive', id };
    await room.audit.record(trx, { actor: currentCall().actor, action: 'archive.brought-in', subject });
  });
  const archive = await findArchive(room.db, id);
  if (archive === undefined) throw problem('NOT_FOUND', `The archive ${id} is gone.`);
  return presentArchive(archive, undefined);
}

async function* atMost(chunks: AsyncIterable<Uint8Array>, limitBytes: number): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > limitBytes)
      throw problem('TOO_LARGE', `The archive is larger than ${limitBytes / 1024 ** 3} GiB.`, {
        remedy: 'Send it in parts, such as one for each hour.',
      });
    yield chunk;
  }
}
