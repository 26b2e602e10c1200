import type { Selectable } from '@altis/database';
import type { AuditEntry } from './entry.ts';

export type AuditTables = { entry: EntryTable };

type EntryTable = {
  position: number;
  at: Date;
  actor_kind: AuditEntry['actor']['kind'];
  actor_id: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  details: AuditEntry['details'];
  cause: AuditEntry['cause'];
  hash: string;
};

export type EntryRow = Selectable<EntryTable>;

/** An entry of the chain as it was kept. */
export function entryOf(row: EntryRow): AuditEntry {
  return {
    position: row.position,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    details: row.details,
    cause: row.cause,
  };
}
