import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** One thing that was done, as it is kept. */
export type AuditEntry = {
  /** 1, 2, 3 … without gaps. */
  readonly position: number;
  readonly at: Date;
  /** Never a name: the user's id or the system's name, empty for an anonymous actor. */
  readonly actor: { readonly kind: 'anonymous' | 'user' | 'system'; readonly id: string };
  /** What was done, in the past tense, such as `moment.corrected`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details: Readonly<Record<string, unknown>>;
  /** The message (and its version) that led to it. */
  readonly cause: { readonly message: string; readonly version: string } | null;
};

/** The hash before the first entry. */
export const genesisHash = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256 in hexadecimal over the former entry's hash, a line feed, and the entry as canonical JSON
 * (RFC 8785) with `at` in ISO 8601. Whoever has the entries can recompute it.
 */
export function hashOf(entry: AuditEntry, formerHash: string): string {
  const { position, at, actor, action, subject, details, cause } = entry;
  const text = canonicalJson({ position, at: at.toISOString(), actor, action, subject, details, cause });
  return createHash('sha256').update(`${formerHash}\n${text}`).digest('hex');
}
