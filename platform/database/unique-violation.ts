import { errorCodeOf } from '@altis/kernel';

/** Whether a statement failed because a row with the same key exists, in general or under the named constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (errorCodeOf(error) !== '23505') return false;
  return constraint === undefined || (error as { constraint?: unknown }).constraint === constraint;
}
