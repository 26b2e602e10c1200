import type { Id } from './id.ts';

/** Who acts: nobody known, a person (or a program with a person's API token), or a system of Altis itself. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user';
      readonly id: Id<'user'>;
      readonly name: string;
      readonly roles: readonly string[];
      /** The permissions that an API token is limited to; absent for a person's session. */
      readonly grants?: readonly string[];
    }
  | { readonly kind: 'system'; readonly name: string };

export const anonymous: Actor = { kind: 'anonymous' };

/** An actor as the audit and the logs name it: without personal data. */
export function describeActor(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'user':
      return actor.id;
    case 'system':
      return `system:${actor.name}`;
  }
}
