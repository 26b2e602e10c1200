import { problem } from '@altis/kernel';
import type { Audit } from './audit.ts';
import type { AuditEntryView } from './contract.ts';
import type { EntryFilter, EntryPage } from './list-entries.ts';
import type { ChainVerdict } from './verify-chain.ts';

/** The names behind user ids; the identity package knows them, the audit itself keeps none. */
export type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** The handlers of the contract, under the same names: `(input) => output`. The permission of a route is checked before. */
export function auditRoutes(audit: Audit, namesOf: NamesOf) {
  return {
    entries: {
      list: async (filter: EntryFilter): Promise<{ entries: AuditEntryView[]; next: number | null }> =>
        present(await audit.list(filter), namesOf),
      verify: ({
        position,
        hash,
      }: {
        position?: number | undefined;
        hash?: string | undefined;
      }): Promise<ChainVerdict> => {
        if (position === undefined && hash === undefined) return audit.verify();
        if (position !== undefined && hash !== undefined) return audit.verify({ position, hash });
        throw problem('INVALID_INPUT', 'A noted head has both a position and a hash.', {
          remedy: 'Give both, or neither.',
        });
      },
    },
  };
}

async function present(
  { entries, next }: EntryPage,
  namesOf: NamesOf,
): Promise<{ entries: AuditEntryView[]; next: number | null }> {
  const users = entries.filter(({ actor }) => actor.kind === 'user').map(({ actor }) => actor.id);
  const names = await namesOf([...new Set(users)]);
  return {
    entries: entries.map(({ at, actor, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      actor: { ...actor, name: names.get(actor.id) ?? null },
    })),
    next,
  };
}
