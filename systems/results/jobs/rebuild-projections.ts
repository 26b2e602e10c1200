import { buffer } from 'node:stream/consumers';
import { runInTransaction, type Database, type Selectable } from '@altis/database';
import { quietly } from '@altis/events';
import { defineJob, type Job, type JobRun } from '@altis/jobs';
import { problem } from '@altis/kernel';
import * as z from 'zod';
import type { ResultsRoom } from '../routes/intake/intake.ts';
import { takeIn } from '../routes/intake/take-in-message.ts';
import { settleDuplicate } from '../store/find-messages.ts';
import {
  claimRebuild,
  closeFresh,
  copyMessage,
  countMessages,
  holdIntake,
  listNotRebuilt,
  openFresh,
  putInPlace,
  type RebuildSchemas,
} from '../store/rebuild.ts';
import type { ResultsTables } from '../store/tables.ts';
import { tellDifferences } from './tell-differences.ts';

type Db = Database<ResultsTables>;
type Message = Selectable<ResultsTables['message']>;

const pageSize = 200;

/**
 * Makes everything that follows from the messages anew: takes each of them in once more, in the order in which they were
 * taken in, into tables of its own, while the others are read and go on; then, for the moment in which no message is taken
 * in, puts them in place. What differs from before is told to other systems as news, and nothing else.
 */
export function rebuildProjections(room: ResultsRoom): Job {
  return defineJob({
    name: 'rebuild-projections',
    input: z.object({}),
    timeoutMs: 24 * 3_600_000,
    run: (_input, run) => room.db.connection().execute((db) => rebuild(room, db, run)),
  });
}

async function rebuild(room: ResultsRoom, db: Db, { signal, progress }: JobRun): Promise<void> {
  if (!(await claimRebuild(db))) {
    throw problem('CONFLICT', 'Another rebuild is at work.', { remedy: 'Wait for its end.' });
  }
  let schemas: RebuildSchemas | undefined;
  try {
    const total = await countMessages(db);
    schemas = await openFresh(db);
    let taken = 0;
    const tell = (count: number): void => {
      taken += count;
      progress((0.95 * taken) / Math.max(total, taken));
    };
    await takeAllInAgain(room, db, schemas, { signal, tell });
    await holdIntake(db);
    await takeAllInAgain(room, db, schemas, { signal, tell });
    await finish(db, schemas);
  } finally {
    await closeFresh(db, schemas);
  }
}

async function finish(db: Db, schemas: RebuildSchemas): Promise<void> {
  await runInTransaction(db, async (trx) => {
    await tellDifferences(trx, schemas);
    await putInPlace(trx, schemas);
  });
}

async function takeAllInAgain(
  room: ResultsRoom,
  db: Db,
  schemas: RebuildSchemas,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (count: number) => void },
): Promise<void> {
  for (;;) {
    const page = await listNotRebuilt(db, schemas, pageSize);
    if (page.length === 0) return;
    for (const message of page) {
      signal.throwIfAborted();
      await takeInAgain(room, db, schemas, message);
    }
    tell(page.length);
  }
}

async function takeInAgain(room: ResultsRoom, db: Db, schemas: RebuildSchemas, message: Message): Promise<void> {
  const { id, object, size_bytes: sizeBytes, received_at: receivedAt, origin, taken } = message;
  const stored = await room.storage.stat(object);
  if (stored?.sizeBytes !== sizeBytes) {
    if (message.outcome === 'refused') return copyMessage(db, schemas, id);
    throw problem('GONE', `The bytes of the message ${id} are not in the store, so nothing can be rebuilt.`, {
      remedy: 'Restore the object store from the backup that belongs to this database. Nothing was changed.',
    });
  }
  const bytes = sizeBytes === 0 ? Buffer.alloc(0) : await buffer(await room.storage.read(object));
  // Its bytes are kept and what it put right is in the audit already.
  const apart: ResultsRoom = {
    ...room,
    db,
    storage: { ...room.storage, put: async () => ({ id: object, sizeBytes }) },
    audit: { record: async () => undefined },
  };
  const { message: kept } = await quietly(() => takeIn(apart, bytes, { id, receivedAt, origin, taken }));
  if (kept.id === id) return;
  await copyMessage(db, schemas, id);
  await runInTransaction(db, (trx) => settleDuplicate(trx, id, kept.id));
}
