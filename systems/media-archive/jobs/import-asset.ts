import { basename } from 'node:path';
import { runInTransaction, type Transaction } from '@altis/database';
import { announce } from '@altis/events';
import { defineJob, type Job, type JobRun } from '@altis/jobs';
import { newId } from '@altis/kernel';
import type { ObjectId } from '@altis/storage';
import type { Room } from '@altis/system';
import * as z from 'zod';
import { importedAsset } from '../domain/imported-asset.ts';
import { announceItem } from '../store/announce-item.ts';
import { findImport, finishImport, type StoredImport } from '../store/imports.ts';
import { findAsset, lockName, writeItem } from '../store/items.ts';
import type { Tables } from '../store/tables.ts';
import type { ImportRoot } from './import-root.ts';
import { makePlayable, type PlayableVideo } from './make-playable.ts';

/**
 * Takes one video into the archive: refuses what is none, keeps the original, makes what browsers play, and shows the
 * item when all of it is there. Run again after a crash, it begins anew and ends with one item.
 */
export function importAsset(room: Room<Tables>, root: ImportRoot): Job {
  return defineJob({
    name: 'import-asset',
    input: z.object({ import: z.string() }),
    timeoutMs: 12 * 3_600_000,
    async run({ import: id }, run) {
      const row = await findImport(room.db, id);
      if (row === undefined || row.item !== null) return;
      const original = await keepOriginal(room, root, row, run);
      const known = await findAsset(room.db, original);
      const video = known === undefined ? await makePlayable(room, original, row, run) : undefined;
      run.signal.throwIfAborted();
      await runInTransaction(room.db, (trx) => finish(room, trx, row, original, video));
    },
  });
}

/** An upload lies in the store already; a file of the import root is copied there once it is known to be a video. */
async function keepOriginal(
  room: Room<Tables>,
  root: ImportRoot,
  { upload, path, file_name: displayName }: StoredImport,
  { signal, progress }: JobRun,
): Promise<ObjectId> {
  if (upload !== null) return (await room.uploads.find(upload)).object;
  const file = await root.locate(path ?? '');
  await room.media.probe(file, { displayName, signal });
  progress(0.01, 'copy');
  return (await room.storage.putFile(file)).id;
}

async function finish(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  row: StoredImport,
  original: ObjectId,
  video: PlayableVideo | undefined,
): Promise<void> {
  await lockName(trx, original);
  // Another import of the same bytes may have come first, while this one was at work.
  const known = await findAsset(trx, original);
  const next = { id: newId('item'), atMs: room.clock.now() };
  const item = known ?? (video && importedAsset({ fileName: basename(row.file_name), ...video }, next));
  if (item === undefined) throw new Error(`The asset of ${original} was removed while it was imported again.`);
  if (known === undefined) await writeItem(trx, item);
  await finishImport(trx, row.id, { item: item.id, isDuplicate: known !== undefined });
  await announce(trx, 'media-archive.imports');
  if (known !== undefined) return;
  await announceItem(trx, item.id);
  await room.audit.record(trx, {
    actor: { kind: 'system', name: room.name },
    action: 'item.imported',
    subject: { kind: 'archive-item', id: item.id },
    details: { import: row.id, sha256: original.slice('sha256-'.length) },
  });
}
