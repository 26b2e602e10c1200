import { errorCodeOf } from '@altis/kernel';
import type { Kysely, Transaction } from 'kysely';
import { gatheringNotices } from './notify-at-commit.ts';

const attempts = 5;
/**
 * PostgreSQL's serialization_failure and deadlock_detected, and feature_not_supported, which a prepared statement of an
 * altered table ends with (manual, appendix A): the same work may succeed when tried again.
 */
const worthAnotherAttempt = new Set(['40001', '40P01', '0A000']);

/**
 * Runs `work` in one transaction: everything it wrote is kept when it returns, nothing when it throws.
 * It is tried again after a deadlock, so it changes nothing outside the database.
 */
export async function runInTransaction<Tables, Result>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute((trx) => gatheringNotices(trx, work));
    } catch (error) {
      const state = errorCodeOf(error);
      if (attempt === attempts || state === undefined || !worthAnotherAttempt.has(state)) throw error;
    }
  }
}
