import type { Database } from '@altis/database';
import { genesisHash, hashOf } from './entry.ts';
import { entryOf, type AuditTables } from './tables.ts';

/** Where a chain stands: enough to prove later that nothing up to there was changed or cut off. */
export type ChainHead = { readonly position: number; readonly hash: string };

export type ChainVerdict =
  | { readonly whole: true; readonly head: ChainHead }
  | { readonly whole: false; readonly brokenAt: number; readonly reason: string };

const batchSize = 1000;

/**
 * Recomputes the chain from its first entry and tells the first that does not fit.
 * A chain that was rewritten throughout, or whose end was cut off, is only found out by comparing with a head `known` from earlier.
 */
export async function verifyChain(db: Database<AuditTables>, known?: ChainHead): Promise<ChainVerdict> {
  let head: ChainHead = { position: 0, hash: genesisHash };
  for (;;) {
    const rows = await db
      .selectFrom('entry')
      .selectAll()
      .where('position', '>', head.position)
      .orderBy('position')
      .limit(batchSize)
      .execute();
    for (const row of rows) {
      const expected = head.position + 1;
      if (row.position !== expected) return broken(expected, `Entry ${expected} is missing.`);
      if (row.hash !== hashOf(entryOf(row), head.hash)) {
        return broken(expected, `Entry ${expected}, or the one before it, was changed after it was made.`);
      }
      head = { position: row.position, hash: row.hash };
      if (known?.position === head.position && known.hash !== head.hash) {
        return broken(
          head.position,
          `Entry ${head.position} has another hash than the one noted earlier: the chain was rewritten.`,
        );
      }
    }
    if (rows.length < batchSize) break;
  }
  if (known !== undefined && known.position > head.position) {
    return broken(
      head.position + 1,
      `The chain ends at ${head.position}, but ${known.position} entries were noted earlier: its end was cut off.`,
    );
  }
  return { whole: true, head };
}

function broken(brokenAt: number, reason: string): ChainVerdict {
  return { whole: false, brokenAt, reason };
}
