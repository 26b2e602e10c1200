import { runInTransaction } from '@altis/database';
import { announce } from '@altis/events';
import { defineJob, type Job, type JobRun } from '@altis/jobs';
import * as z from 'zod';
import { archiveReport } from '../domain/archive/archive-report.ts';
import { isBesideThePoint, rejectForeignFile } from '../domain/archive/archive-name.ts';
import { readZip } from '../domain/archive/read-zip.ts';
import { largestMessageBytes } from '../domain/flaw.ts';
import type { ResultsRoom } from '../routes/intake/intake.ts';
import { takeInMessage } from '../routes/intake/take-in-message.ts';
import { findArchive, noteArchive, type ArchiveRow } from '../store/archives.ts';

const limits = { largestFileBytes: largestMessageBytes, largestWasteBytes: 2 * 1024 ** 3 };
/** After so many messages, how far it is gets noted. */
const noteEvery = 50;

/**
 * Takes in the messages of an archive, each as one of its own; those that are there already, also after a crash, are
 * found to be duplicates. What is wrong with one stops no other.
 */
export function importArchive(room: ResultsRoom): Job {
  return defineJob({
    name: 'import-archive',
    input: z.object({ archive: z.string() }),
    timeoutMs: 24 * 3_600_000,
    async run({ archive: id }, run) {
      const archive = await findArchive(room.db, id);
      if (archive !== undefined) await takeIn(room, archive, run);
    },
  });
}

async function takeIn(room: ResultsRoom, archive: ArchiveRow, { signal, progress }: JobRun): Promise<void> {
  const report = archiveReport();
  let [read, readBytes] = [0, 0];
  const note = (): Promise<void> =>
    runInTransaction(room.db, async (trx) => {
      await noteArchive(trx, archive.id, report.read());
      await announce(trx, 'results.feed');
    });

  const chunks = bytesOf(room, archive, (count) => (readBytes += count));
  try {
    for await (const entry of readZip(chunks, rejectForeignFile, limits)) {
      signal.throwIfAborted();
      progress(readBytes / archive.size_bytes);
      if (isBesideThePoint(entry.name)) continue;
      if ('fault' in entry) report.blame(entry.name, entry.fault);
      else if (entry.bytes.byteLength === 0) report.skipEmpty(entry.name);
      else {
        const { message, flaw } = await takeInMessage(room, entry.bytes, `${archive.name}/${entry.name}`.slice(0, 300));
        report.count(message.outcome);
        if (flaw !== undefined) report.blame(entry.name, flaw);
        read += 1;
        if (read % noteEvery === 0) await note();
      }
    }
  } finally {
    // Also of one that is cancelled: what was taken in stays, and is told.
    await note();
  }
}

async function* bytesOf(
  { storage }: ResultsRoom,
  { object }: ArchiveRow,
  tell: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of await storage.read(object)) {
    const bytes = chunk as Buffer;
    tell(bytes.byteLength);
    yield bytes;
  }
}
