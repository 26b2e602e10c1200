import type { Database } from '@altis/database';
import { entryOf, type AuditTables } from './tables.ts';
import type { AuditEntry } from './entry.ts';

export type EntryFilter = {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  /** A user's id or a system's name. */
  readonly actor?: string | undefined;
  /** `moment.corrected`, or all of a kind by `moment.*`. */
  readonly action?: string | undefined;
  /** ISO 8601: at or after. */
  readonly from?: string | undefined;
  /** ISO 8601: before. */
  readonly until?: string | undefined;
  /** Only entries before this position: `next` of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
};

export type EntryPage = {
  readonly entries: readonly (AuditEntry & { readonly hash: string })[];
  /** Where the next page begins, or null on the last one. */
  readonly next: number | null;
};

/** Entries that pass the filter, newest first, a page at a time. */
export async function listEntries(db: Database<AuditTables>, filter: EntryFilter): Promise<EntryPage> {
  const { subjectKind, subjectId, actor, action, from, until, before, limit } = filter;
  const rows = await db
    .selectFrom('entry')
    .selectAll()
    .$if(subjectKind !== undefined, (query) => query.where('subject_kind', '=', subjectKind!))
    .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId!))
    .$if(actor !== undefined, (query) => query.where('actor_id', '=', actor!))
    .$if(action !== undefined, (query) => query.where('action', 'like', patternOf(action!)))
    .$if(from !== undefined, (query) => query.where('at', '>=', new Date(from!)))
    .$if(until !== undefined, (query) => query.where('at', '<', new Date(until!)))
    .$if(before !== undefined, (query) => query.where('position', '<', before!))
    .orderBy('position', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    entries: page.map((row) => ({ ...entryOf(row), hash: row.hash })),
    next: rows.length > limit ? (page.at(-1)?.position ?? null) : null,
  };
}

/** A LIKE pattern in which only a `*` at the end stands for anything. */
function patternOf(action: string): string {
  const literal = action.replace(/\*$/, '').replaceAll(/[\\%_]/g, String.raw`\$&`);
  return action.endsWith('*') ? `${literal}%` : literal;
}
