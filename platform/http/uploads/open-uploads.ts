import { randomUUID } from 'node:crypto';
import { link } from 'node:fs/promises';
import { openSchema, sql, type Database, type DatabaseServer, type Migrations } from '@altis/database';
import { currentCall, describeActor, newId, problem, type Log } from '@altis/kernel';
import type { ObjectId, ObjectStore } from '@altis/storage';
import { isUploadId, UploadFiles, type UploadDescription } from './upload-files.ts';

/** A finished upload: its bytes are in the object store. */
export type FinishedUpload = {
  readonly id: string;
  readonly object: ObjectId;
  readonly fileName: string;
  readonly sizeBytes: number;
};

/** Files that people sent by resumable upload, for systems to take over by id. */
export interface Uploads {
  /** Throws NOT_FOUND for an unknown id, CONFLICT for one whose bytes have not all come. */
  find(id: string): Promise<FinishedUpload>;
  /** For the HTTP routes. */
  readonly files: UploadFiles;
  readonly maxBytes: number;
  finish(id: string): Promise<void>;
  close(): Promise<void>;
}

const migrations: Migrations = {
  '0001_finished': async (db) => {
    await sql`
      create table finished (
        id text primary key,
        object text not null,
        file_name text not null,
        size_bytes bigint not null,
        owner text not null,
        finished_at timestamptz not null default now()
      )`.execute(db);
  },
};
type Tables = {
  finished: { id: string; object: ObjectId; file_name: string; size_bytes: string; owner: string };
};

const cleanEveryMs = 3_600_000;

export type UploadOptions = {
  readonly server: DatabaseServer;
  readonly storage: ObjectStore;
  /** Where unfinished uploads lie. */
  readonly directory: string;
  readonly maxBytes: number;
  readonly log: Log;
};

/** Opens the uploads, makes good what a crash interrupted, and deletes those that nobody goes on with. */
export async function openUploads({ server, storage, directory, maxBytes, log }: UploadOptions): Promise<Uploads> {
  const schema = await openSchema<Tables>({ server, schema: 'uploads', migrations, log, maxConnections: 2 });
  const files = new UploadFiles(
    directory,
    () => describeActor(currentCall().actor),
    async (id) => (await findKept(schema.db, id))?.sizeBytes,
  );

  const finish = async (id: string): Promise<void> => {
    const description = await files.describe(id);
    if (description === undefined) return;
    await keep(schema.db, storage, files, description);
  };
  const recover = async (id: string): Promise<void> => {
    try {
      const description = await files.describe(id);
      if (description !== undefined && (await files.isComplete(description))) await finish(id);
    } catch (error) {
      log.error({ error, upload: id }, 'A finished upload could not be kept; it is tried again at the next start');
    }
  };
  const clean = (): Promise<unknown> =>
    files.deleteExpired().catch((error: unknown) => log.error({ error }, 'Expired uploads could not be deleted'));
  // A crash between the last byte and its keeping is made good here, while the server starts already.
  const recovering = (async () => {
    for (const id of await files.list()) await recover(id);
    await clean();
  })();
  const cleaning = setInterval(() => void clean(), cleanEveryMs).unref();

  return {
    files,
    maxBytes,
    finish,
    async find(id) {
      const kept = await findKept(schema.db, id);
      if (kept !== undefined) return kept;
      const coming = await files.describe(id);
      if (coming === undefined) {
        throw problem('NOT_FOUND', `There is no upload ${id}.`, { remedy: 'Send the file again.' });
      }
      if (!(await files.isComplete(coming))) {
        throw problem('CONFLICT', `${coming.fileName} has not arrived whole yet.`, {
          remedy: 'Resume the upload; it goes on where it stopped.',
        });
      }
      return keep(schema.db, storage, files, coming);
    },
    async close() {
      clearInterval(cleaning);
      await recovering;
      await schema.close();
    },
  };
}

/** A new upload's id. */
export function newUploadId(): string {
  return newId('upload');
}

async function keep(
  db: Database<Tables>,
  storage: ObjectStore,
  files: UploadFiles,
  { id, owner, fileName }: UploadDescription,
): Promise<FinishedUpload> {
  // A second name for the file is moved into the store: whenever a crash comes, the upload is either still here or kept.
  const moving = `${files.partPath(id)}.${randomUUID()}.moving`;
  try {
    await link(files.partPath(id), moving);
  } catch (error) {
    // Another request for the same upload was quicker.
    const kept = await findKept(db, id);
    if (kept !== undefined) return kept;
    throw error;
  }
  const { id: object, sizeBytes } = await storage.putFile(moving, { move: true });
  await db
    .insertInto('finished')
    .values({ id, object, file_name: fileName, size_bytes: String(sizeBytes), owner })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await files.remove(id);
  return { id, object, fileName, sizeBytes };
}

async function findKept(db: Database<Tables>, id: string): Promise<FinishedUpload | undefined> {
  if (!isUploadId(id)) return undefined;
  const row = await db.selectFrom('finished').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { id, object: row.object, fileName: row.file_name, sizeBytes: Number(row.size_bytes) };
}
