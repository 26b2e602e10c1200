import { problem, type Problem } from '@altis/kernel';

/** Whether an address holds a NUL character, in its path or its query. */
export function addressHoldsNul(url: string): boolean {
  return url.includes('%00') || url.includes('\0');
}

/** Whether a text anywhere in a JSON value is none: it holds a NUL, or half of a surrogate pair. */
export function holdsUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) => holdsUnstorable(key) || holdsUnstorable(part));
}

/** PostgreSQL keeps neither in a text (its manual, clause 8.3), and no name has them. */
export function unstorable(): Problem {
  return problem('INVALID_INPUT', 'The request holds a NUL character or half a character, which no text may have.', {
    remedy: 'Send it without.',
  });
}
