import { defaultOptions, DetailedError, Upload } from 'tus-js-client';
import { csrfHeaders } from '../api/csrf.ts';
import { readProblem } from '../api/read-problem.ts';
import type { ProblemText } from '../api/read-problem.ts';

export type UploadItem = {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sentBytes: number;
  readonly state: 'waiting' | 'sending' | 'paused' | 'done' | 'failed';
  readonly problem?: ProblemText | undefined;
};

/** An upload that a reload or a crash broke off; its file must be chosen again to go on. */
export type InterruptedUpload = { readonly key: string; readonly name: string; readonly sizeBytes: number };

export type UploadRequest = {
  readonly file: File;
  /** Told to the server with the file; the system that receives it documents its keys. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Called once when the server has the whole file; `uploadId` is the last part of its address. */
  readonly onUploaded: (upload: { uploadId: string; name: string; sizeBytes: number }) => void;
};

/** Sends files to `/uploads` by tus 1.0 (resumable upload), two at a time; outlives the page that started it. */
export interface UploadQueue {
  list(): readonly UploadItem[];
  subscribe(listener: () => void): () => void;
  add(request: UploadRequest): void;
  pause(id: string): void;
  /** Goes on after a pause or a failure, from the last byte that the server has. */
  resume(id: string): void;
  /** Takes an upload off the list; what the server has of an unfinished one is deleted there. */
  remove(id: string): void;
  interrupted(): Promise<readonly InterruptedUpload[]>;
  forget(interrupted: InterruptedUpload): Promise<void>;
}

const atOnce = 2;

type Entry = { item: UploadItem; readonly upload: Upload };

/** Uploads that go on while the reader moves between pages, two at a time. */
export function createUploadQueue(endpoint = '/uploads'): UploadQueue {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const storage = defaultOptions.urlStorage;
  let items: readonly UploadItem[] = [];
  let count = 0;

  return {
    list: () => items,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (request) => {
      const id = `${++count}`;
      const { name, size } = request.file;
      entries.set(id, {
        item: { id, name, sizeBytes: size, sentBytes: 0, state: 'waiting' },
        upload: uploadOf(id, request),
      });
      startWaiting();
    },
    pause: (id) => {
      void entries.get(id)?.upload.abort();
      change(id, { state: 'paused' });
      startWaiting();
    },
    resume: (id) => {
      change(id, { state: 'waiting', problem: undefined });
      startWaiting();
    },
    remove: (id) => {
      const entry = entries.get(id);
      entries.delete(id);
      // The upload may be gone from the server already; its clearing-up deletes unfinished ones in any case.
      if (entry && entry.item.state !== 'done') entry.upload.abort(true).catch(() => undefined);
      startWaiting();
    },
    interrupted: async () => {
      const sending = new Set([...entries.values()].map(({ item }) => `${item.name} ${item.sizeBytes}`));
      const stored = await storage.findAllUploads();
      return stored
        .map(({ urlStorageKey, metadata, size }) => ({
          key: urlStorageKey,
          name: metadata['filename'] ?? '',
          sizeBytes: size ?? 0,
        }))
        .filter(({ name, sizeBytes }) => !sending.has(`${name} ${sizeBytes}`));
    },
    forget: ({ key }) => storage.removeUpload(key),
  };

  function uploadOf(id: string, { file, metadata, onUploaded }: UploadRequest): Upload {
    const upload = new Upload(file, {
      endpoint,
      headers: csrfHeaders,
      metadata: { ...metadata, filename: file.name, filetype: file.type },
      chunkSize: 16 * 1024 * 1024,
      retryDelays: [0, 1000, 3000, 8000, 20_000],
      removeFingerprintOnSuccess: true,
      onProgress: (sentBytes) => change(id, { sentBytes }),
      onError: (error) => {
        change(id, { state: 'failed', problem: problemOf(error) });
        startWaiting();
      },
      onSuccess: () => {
        change(id, { state: 'done', sentBytes: file.size });
        onUploaded({ uploadId: upload.url?.split('/').at(-1) ?? '', name: file.name, sizeBytes: file.size });
        startWaiting();
      },
    });
    return upload;
  }

  function startWaiting(): void {
    const all = [...entries.values()];
    const sending = all.filter(({ item }) => item.state === 'sending').length;
    const next = all.filter(({ item }) => item.state === 'waiting').slice(0, Math.max(0, atOnce - sending));
    for (const { item, upload } of next) {
      change(item.id, { state: 'sending' });
      void start(item.id, upload);
    }
    publish();
  }

  async function start(id: string, upload: Upload): Promise<void> {
    const previous = await upload.findPreviousUploads();
    const latest = previous.sort((left, right) => right.creationTime.localeCompare(left.creationTime))[0];
    if (latest && upload.url === null) upload.resumeFromPreviousUpload(latest);
    // It may have been paused or removed while the browser looked for its beginning.
    if (entries.get(id)?.item.state === 'sending') upload.start();
  }

  function change(id: string, part: Partial<UploadItem>): void {
    const entry = entries.get(id);
    if (!entry) return;
    entry.item = { ...entry.item, ...part };
    publish();
  }

  function publish(): void {
    items = [...entries.values()].map(({ item }) => item);
    listeners.forEach((listener) => listener());
  }
}

function problemOf(error: Error): ProblemText {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return { code: 'OFFLINE', message: error.message };
  try {
    const body: unknown = JSON.parse(response.getBody());
    return { ...readProblem(body), status: response.getStatus() };
  } catch {
    return { code: 'UNKNOWN', message: response.getBody() || error.message, status: response.getStatus() };
  }
}
