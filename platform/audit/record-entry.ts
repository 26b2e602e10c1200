import { sql, type Transaction } from '@altis/database';
import type { Actor, Clock } from '@altis/kernel';
import { canonicalJson } from './canonical-json.ts';
import { genesisHash, hashOf, type AuditEntry } from './entry.ts';

export type NewEntry = {
  readonly actor: Actor;
  /** What was done, in the past tense: `moment.corrected`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Facts about the change; ids instead of people's names. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The message (and its version) that led to it. */
  readonly cause?: { readonly message: string; readonly version: string } | undefined;
};

/**
 * Adds an entry to the chain inside the caller's transaction, whatever its schema: both are kept, or neither.
 * Entries are made one after the other: from here to its end, the transaction holds the chain's lock, so record last.
 */
export async function recordEntry<Tables>(trx: Transaction<Tables>, clock: Clock, entry: NewEntry): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('altis audit', 0))`.execute(trx);
  // A statement of its own, so that it sees what the former holder of the lock has committed.
  const head = await sql<{ position: number; hash: string }>`
    select position, hash from audit.entry order by position desc limit 1`.execute(trx);
  const { position, hash } = head.rows[0] ?? { position: 0, hash: genesisHash };
  const sealed = seal(entry, position + 1, clock);
  await sql`
    insert into audit.entry
      (position, at, actor_kind, actor_id, action, subject_kind, subject_id, details, cause, hash)
    values (
      ${sealed.position}, ${sealed.at}, ${sealed.actor.kind}, ${sealed.actor.id}, ${sealed.action},
      ${sealed.subject.kind}, ${sealed.subject.id}, ${canonicalJson(sealed.details)}::json,
      ${sealed.cause === null ? null : canonicalJson(sealed.cause)}::json, ${hashOf(sealed, hash)}
    )`.execute(trx);
}

function seal({ actor, action, subject, details = {}, cause }: NewEntry, position: number, clock: Clock): AuditEntry {
  const at = new Date(clock.now());
  return {
    position,
    at,
    actor: { kind: actor.kind, id: idOf(actor) },
    action,
    subject: { kind: subject.kind, id: subject.id },
    details,
    cause: cause === undefined ? null : { message: cause.message, version: cause.version },
  };
}

function idOf(actor: Actor): string {
  if (actor.kind === 'user') return actor.id;
  return actor.kind === 'system' ? actor.name : '';
}
