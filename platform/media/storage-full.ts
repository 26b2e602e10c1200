import { problem, type Problem } from '@altis/kernel';

/** The Problem of a disk that is full. */
export function storageFull(doing: string, cause?: unknown): Problem {
  return problem('STORAGE_FULL', `No space left on the disk while ${doing}.`, {
    remedy: 'Free disk space or give the server a larger data directory, then start the task again.',
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Whether the operating system refused a write for want of space or quota. */
export function isOutOfSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
