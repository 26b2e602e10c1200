import { mkdir, open, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { problem } from '@altis/kernel';
import { DataStore, Upload } from '@tus/server';
import * as z from 'zod';

const Description = z.object({
  id: z.string(),
  size: z.number().int().min(0),
  owner: z.string(),
  fileName: z.string(),
  createdAt: z.iso.datetime(),
});
export type UploadDescription = z.infer<typeof Description>;

const expiresAfterMs = 48 * 3_600_000;
const fragmentAfterMs = 3_600_000;
/** Left free on the disk, so that the database can go on writing. */
const reservedBytes = 512 * 1024 * 1024;
/** How often the room is looked at again while bytes come: others write too. */
const roomCheckedEveryBytes = 64 * 1024 * 1024;

/**
 * Unfinished uploads as files: `<id>.json` says what is coming, `<id>.part` holds what has come. What was acknowledged is
 * on the disk (fsync) before the answer leaves. (A class because @tus/server asks for one.)
 */
export class UploadFiles extends DataStore {
  readonly #directory: string;
  /** Who may touch an upload; asked anew for each, since requests of several people run at once. */
  readonly #owner: () => string;
  /** The size of an upload that is kept already: a sender whose last answer was lost asks for it. */
  readonly #keptBytes: (id: string) => Promise<number | undefined>;

  constructor(directory: string, owner: () => string, keptBytes: (id: string) => Promise<number | undefined>) {
    super();
    this.#directory = directory;
    this.#owner = owner;
    this.#keptBytes = keptBytes;
    this.extensions = ['creation', 'termination', 'expiration'];
  }

  override async create(upload: Upload): Promise<Upload> {
    await mkdir(this.#directory, { recursive: true });
    const size = upload.size ?? 0;
    await this.#refuseWhenFull(size);
    const fileName = upload.metadata?.['filename'] ?? upload.metadata?.['name'] ?? 'unnamed';
    const description: UploadDescription = {
      id: upload.id,
      size,
      owner: this.#owner(),
      fileName: plainFileName(fileName),
      createdAt: new Date().toISOString(),
    };
    await writeFile(this.partPath(upload.id), '', { flush: true });
    // Under another name until it is whole: a crash leaves no half description, which nobody could read.
    const draft = `${this.#descriptionPath(upload.id)}.draft`;
    await writeFile(draft, JSON.stringify(description), { flush: true });
    await rename(draft, this.#descriptionPath(upload.id));
    await makeDurable(this.#directory);
    upload.creation_date = description.createdAt;
    return upload;
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const file = await open(this.partPath(id), 'r+');
    let position = offset;
    let checkAt = position + roomCheckedEveryBytes;
    let isWriting = false;
    try {
      for await (const chunk of source) {
        isWriting = true;
        if (position >= checkAt) {
          await this.#refuseWhenFull(0);
          checkAt = position + roomCheckedEveryBytes;
        }
        const bytes = Buffer.from(chunk as Uint8Array);
        const endsAt = position + bytes.length;
        // On a disk that is nearly full a write may take a part only.
        while (position < endsAt) {
          const { bytesWritten } = await file.write(bytes, bytes.length - (endsAt - position), undefined, position);
          position += bytesWritten;
        }
        isWriting = false;
      }
    } catch (error) {
      if (isDiskFull(error)) throw diskFull();
      if (isWriting) throw error;
      // The sender went away: what came is kept, and the next request goes on behind it.
    } finally {
      await file.datasync();
      await file.close();
    }
    return position;
  }

  override async getUpload(id: string): Promise<Upload> {
    const description = await this.describe(id);
    if (description === undefined) {
      const size = await this.#keptBytes(id);
      if (size !== undefined) return new Upload({ id, size, offset: size });
      throw problem('NOT_FOUND', `There is no upload ${id}.`, { remedy: 'Begin again.' });
    }
    const { size: offset } = await stat(this.partPath(id));
    return new Upload({ id, size: description.size, offset, creation_date: description.createdAt });
  }

  override async remove(id: string): Promise<void> {
    await rm(this.#descriptionPath(id), { force: true });
    await rm(this.partPath(id), { force: true });
  }

  override getExpiration(): number {
    return expiresAfterMs;
  }

  override async deleteExpired(): Promise<number> {
    let count = 0;
    for (const id of await this.list()) {
      // Descriptions are written once, so that also one that cannot be read has its age.
      const { mtimeMs } = await stat(this.#descriptionPath(id)).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs < expiresAfterMs) continue;
      await this.remove(id);
      count += 1;
    }
    await this.#removeFragments();
    return count;
  }

  /** What is known of an unfinished upload; `undefined` when there is none by that id. */
  async describe(id: string): Promise<UploadDescription | undefined> {
    if (!isUploadId(id)) return undefined;
    const text = await readFile(this.#descriptionPath(id), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : Description.parse(JSON.parse(text));
  }

  /** The ids of all unfinished uploads. */
  async list(): Promise<string[]> {
    const names = await readdir(this.#directory).catch(() => []);
    return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  }

  /** Whether every byte of an upload has come. */
  async isComplete({ id, size }: UploadDescription): Promise<boolean> {
    const part = await stat(this.partPath(id)).catch(() => undefined);
    return part?.size === size;
  }

  partPath(id: string): string {
    return join(this.#directory, `${id}.part`);
  }

  #descriptionPath(id: string): string {
    return join(this.#directory, `${id}.json`);
  }

  /** What a crash left of uploads that were never announced. Young ones may be another process's, at work right now. */
  async #removeFragments(): Promise<void> {
    const names = await readdir(this.#directory).catch(() => []);
    const announced = new Set(names.filter((name) => name.endsWith('.json')).map(uploadIdIn));
    for (const name of names.filter((each) => !announced.has(uploadIdIn(each)))) {
      const path = join(this.#directory, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > fragmentAfterMs) await rm(path, { force: true });
    }
  }

  async #refuseWhenFull(sizeBytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.#directory);
    if (sizeBytes + reservedBytes > bavail * bsize) throw diskFull();
  }
}

function uploadIdIn(fileName: string): string {
  return fileName.split('.')[0] ?? '';
}

async function makeDurable(directory: string): Promise<void> {
  await using opened = await open(directory);
  await opened.sync();
}

/** A name without folders and control characters, short enough for every file system. */
function plainFileName(name: string): string {
  return name.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(0, 200);
}

/** Ids are our own; anything else, such as `../`, never reaches the file system. */
export function isUploadId(id: string): boolean {
  return /^upload_[0-9a-f]{32}$/.test(id);
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && ['ENOSPC', 'EDQUOT'].includes(String(Reflect.get(error, 'code')));
}

function diskFull(): Error {
  return problem('STORAGE_FULL', 'There is not enough room for this file on the server’s disk.', {
    remedy: 'Make room or attach a larger disk; the upload goes on where it stopped.',
  });
}
