import type { Transaction } from '@altis/database';
import type { Actor } from '@altis/kernel';

/** Where changes to accounts are recorded, in the transaction that makes them. The audit has this shape. */
export interface Journal {
  record<Tables>(
    trx: Transaction<Tables>,
    entry: {
      readonly actor: Actor;
      readonly action: string;
      readonly subject: { readonly kind: string; readonly id: string };
      readonly details?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void>;
}
