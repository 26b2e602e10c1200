import { openSchema, type Transaction } from '@altis/database';
import { systemClock, type Clock, type Log } from '@altis/kernel';
import { listEntries, type EntryFilter, type EntryPage } from './list-entries.ts';
import { auditMigrations } from './migrations.ts';
import { recordEntry, type NewEntry } from './record-entry.ts';
import type { AuditTables } from './tables.ts';
import { verifyChain, type ChainHead, type ChainVerdict } from './verify-chain.ts';

export interface Audit {
  /** Records what was done in the transaction that does it, whatever its schema. Best called last: it locks the chain. */
  record<Tables>(trx: Transaction<Tables>, entry: NewEntry): Promise<void>;
  list(filter: EntryFilter): Promise<EntryPage>;
  /** Recomputes the chain, and compares with a head noted earlier where one is given. */
  verify(known?: ChainHead): Promise<ChainVerdict>;
  close(): Promise<void>;
}

/** Opens the record of what was done in the schema `audit`. */
export async function openAudit(options: {
  readonly server: { readonly url: string };
  readonly log: Log;
  readonly clock?: Clock;
}): Promise<Audit> {
  const { server, log, clock = systemClock } = options;
  const { db, close } = await openSchema<AuditTables>({
    server,
    schema: 'audit',
    migrations: auditMigrations,
    maxConnections: 2,
    log,
  });
  return {
    record: (trx, entry) => recordEntry(trx, clock, entry),
    list: (filter) => listEntries(db, filter),
    verify: (known) => verifyChain(db, known),
    close,
  };
}
