import { problem } from '@altis/kernel';
import { AVERROR_ENOSPC } from 'node-av/constants';
import { FFmpegError } from 'node-av/lib';
import { storageFull } from '../storage-full.ts';

/**
 * Passes a native return code through and turns a negative one into a Problem that says what was being done.
 * A full disk becomes STORAGE_FULL, all else INTERNAL; tasks translate what concerns the input themselves.
 */
export function demand(code: number, doing: string): number {
  if (code >= 0) return code;
  const reason = FFmpegError.strerror(code);
  if (code === AVERROR_ENOSPC) throw storageFull(doing);
  throw problem('INTERNAL', `The media engine failed while ${doing}: ${reason}.`, { details: { nativeCode: code } });
}

/** A native call that answers null or undefined when it fails. */
export function present<T>(value: T | null | undefined, doing: string): T {
  if (value === null || value === undefined) throw problem('INTERNAL', `The media engine failed while ${doing}.`);
  return value;
}
