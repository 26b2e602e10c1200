import type { OdfHeader } from '../message/odf-header.ts';
import type { OdfMessage } from '../message/odf-message.ts';
import { versionKey, versionStamp } from './version-key.ts';
import type { VersionStamp } from './version-key.ts';

/**
 * What an incoming message is against the one held for its key:
 * - `new`: the first of its key
 * - `replaces`: a higher version; it holds from now on
 * - `duplicate`: the same version again, saying the same
 * - `conflict`: the same version again, saying something else; the first one stays, a person must look
 * - `stale`: a lower version that arrived late; for the log only
 */
export type VersionDecision = 'new' | 'replaces' | 'duplicate' | 'conflict' | 'stale';

/**
 * Judges an incoming message. `_UPDATE` documents are patches, each of which counts for the entities it names: keep
 * the log by this decision, but give every one of them to `mergeEntities`, late ones too.
 */
export function decideVersion(
  held: Pick<VersionStamp, 'version' | 'digest'> | undefined,
  incoming: Pick<VersionStamp, 'version' | 'digest'>,
): VersionDecision {
  if (held === undefined) return 'new';
  if (incoming.version > held.version) return 'replaces';
  if (incoming.version < held.version) return 'stale';
  return incoming.digest === held.digest ? 'duplicate' : 'conflict';
}

/** The stamp held for each key, in memory. */
export interface VersionStore {
  /** Judges a message, and holds it where it is new or replaces. */
  accept(message: OdfMessage): VersionDecision;
  /** The stamp held for the key of a header. */
  held(header: OdfHeader): VersionStamp | undefined;
  /** All keys with their stamps, to be saved and given to `createVersionStore` again. */
  entries(): IterableIterator<[key: string, stamp: VersionStamp]>;
}

/** A store with what an earlier one held. A database does the same with `versionKey` and `decideVersion`. */
export function createVersionStore(entries: Iterable<readonly [string, VersionStamp]> = []): VersionStore {
  const stamps = new Map(entries);
  return {
    accept: (message) => {
      const key = versionKey(message.header);
      const incoming = versionStamp(message);
      const decision = decideVersion(stamps.get(key), incoming);
      if (decision === 'new' || decision === 'replaces') stamps.set(key, incoming);
      return decision;
    },
    held: (header) => stamps.get(versionKey(header)),
    entries: () => stamps.entries(),
  };
}
