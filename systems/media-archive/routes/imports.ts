import { runInTransaction, type Transaction } from '@altis/database';
import { announce } from '@altis/events';
import { implementContract, type RouteContext } from '@altis/http';
import type { JobView } from '@altis/jobs';
import { newId } from '@altis/kernel';
import type { Room } from '@altis/system';
import { mediaArchive, type Import } from '../contract/index.ts';
import type { ImportRoot } from '../jobs/import-root.ts';
import { addImport, findImportOfUpload, listImports, type StoredImport } from '../store/imports.ts';
import { lockName } from '../store/items.ts';
import type { Tables } from '../store/tables.ts';

const os = implementContract(mediaArchive.contract).imports;

export function importRoutes(room: Room<Tables>, root: ImportRoot, folderImport: boolean) {
  return {
    create: os.create.handler(async ({ input, context }) => {
      const upload = await room.uploads.find(input.upload);
      const row = await runInTransaction(room.db, async (trx) => {
        await lockName(trx, upload.id);
        // A request that is repeated because its answer was lost leads to the same import.
        const before = await findImportOfUpload(trx, upload.id);
        if (before !== undefined && !(await hasEndedWithout(room, before))) return before;
        return request(room, trx, { fileName: upload.fileName, upload: upload.id, path: null }, context);
      });
      return first(await present(room, [row]));
    }),

    createFromFolder: os.createFromFolder.handler(async ({ input, context }) => {
      const paths = await root.list(input.path);
      const rows = await runInTransaction(room.db, async (trx) => {
        const added: StoredImport[] = [];
        for (const path of paths) added.push(await request(room, trx, { fileName: path, upload: null, path }, context));
        return added;
      });
      return { items: await present(room, rows) };
    }),

    list: os.list.handler(async ({ input }) => ({
      items: await present(room, await listImports(room.db, input.limit)),
      folderImport,
    })),
  };
}

type Requested = { readonly fileName: string; readonly upload: string | null; readonly path: string | null };

async function request(
  room: Room<Tables>,
  trx: Transaction<Tables>,
  { fileName, upload, path }: Requested,
  { call }: RouteContext,
): Promise<StoredImport> {
  const id = newId('import');
  const job = await room.jobs.enqueue(trx, 'import-asset', { import: id }, { title: fileName, key: id });
  const row = await addImport(trx, { id, file_name: fileName, upload, path, job });
  await announce(trx, 'media-archive.imports');
  await room.audit.record(trx, {
    actor: call.actor,
    action: 'import.requested',
    subject: { kind: 'import', id },
    details: { fileName },
  });
  return row;
}

async function hasEndedWithout(room: Room<Tables>, { item, job }: StoredImport): Promise<boolean> {
  if (item !== null) return false;
  const [run] = await room.jobs.read([job]);
  return run?.state === 'failed' || run?.state === 'cancelled';
}

/** An import is as far as its job; what came of it stands in its row. */
async function present(room: Room<Tables>, rows: readonly StoredImport[]): Promise<Import[]> {
  const runs = await room.jobs.read(rows.map(({ job }) => job));
  const byJob = new Map(runs.map((run) => [run.id, run]));
  return rows.map((row) => presentImport(row, byJob.get(row.job)));
}

function presentImport(row: StoredImport, run: JobView | undefined): Import {
  const isDone = row.item !== null;
  return {
    id: row.id,
    fileName: row.file_name,
    state: stateOf(isDone, run),
    fraction: isDone ? 1 : (run?.fraction ?? 0),
    reason: isDone ? null : (run?.reason ?? null),
    remedy: isDone ? null : (run?.remedy ?? null),
    item: row.item,
    isDuplicate: row.is_duplicate,
    createdAt: row.created_at.toISOString(),
    job: row.job,
  };
}

/** The row is read before its job: one that ended in between is done, with its item, at the next look. */
function stateOf(isDone: boolean, run: JobView | undefined): Import['state'] {
  if (isDone) return 'done';
  return run?.state === 'done' ? 'running' : (run?.state ?? 'cancelled');
}

function first(items: readonly Import[]): Import {
  return items[0]!;
}
