import { errorCodeOf, problem } from '@altis/kernel';

const full = new Set(['ENOSPC', 'EDQUOT']);

/** Turns what the file system threw at a path into words with a remedy, where there is one; everything else stays as it is. */
export function explainStorageError(error: unknown, path: string): unknown {
  const code = errorCodeOf(error) ?? '';
  if (full.has(code)) {
    return problem('STORAGE_FULL', `There is no space left to store ${path}.`, {
      remedy: 'Free space on that disk or set ALTIS_DATA to a larger one, then try again; nothing half-done was left.',
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EROFS') {
    return problem('UNAVAILABLE', `Altis may not write to ${path}.`, {
      remedy: 'Give the user who runs Altis the right to write there, or set ALTIS_DATA to another directory.',
      cause: error,
    });
  }
  return error;
}
