import { useSyncExternalStore } from 'react';
import { createUploadQueue } from './upload-queue.ts';
import type { UploadItem, UploadQueue } from './upload-queue.ts';

let queue: UploadQueue | undefined;

/** The page's one queue of uploads and what is in it; it goes on while the reader visits other pages. */
export function useUploads(): { items: readonly UploadItem[]; queue: UploadQueue } {
  queue ??= createUploadQueue();
  return { items: useSyncExternalStore(queue.subscribe, queue.list), queue };
}
